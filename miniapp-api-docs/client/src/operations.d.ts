/** @type {Record<keyof import('./contract.js').operations, import('./types.js').Operation>} */
export const operations: Record<keyof import("./contract.js").operations, import("./types.js").Operation>;

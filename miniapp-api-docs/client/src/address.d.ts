/**
 * The whole address of a call.
 *
 * @param {string} baseUrl
 * @param {import('./types.js').Operation} operation
 * @param {import('./types.js').LooseOptions} options
 */
export function address(baseUrl: string, operation: import("./types.js").Operation, options: import("./types.js").LooseOptions): string;

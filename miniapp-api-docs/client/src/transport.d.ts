/**
 * The header names with small letters, for phones write them differently.
 *
 * @param {Record<string, unknown> | undefined} header
 * @returns {Record<string, string>}
 */
export function lowered(header: Record<string, unknown> | undefined): Record<string, string>;
/**
 * One attempt by wx.request; an answer of any status fulfils it.
 *
 * @param {import('./types.js').WxLike} wx
 * @param {{ url: string, method: 'GET' | 'PUT' | 'POST' | 'DELETE', header: Record<string, string>, data?: string, timeout: number, key: string | null }} asked
 * @returns {Promise<import('./types.js').Answered>}
 */
export function requested(wx: import("./types.js").WxLike, { key, ...asked }: {
    url: string;
    method: "GET" | "PUT" | "POST" | "DELETE";
    header: Record<string, string>;
    data?: string;
    timeout: number;
    key: string | null;
}): Promise<import("./types.js").Answered>;
/**
 * The same with its repeats: only what is safe to repeat, only where it may help, with the same key.
 *
 * @param {() => Promise<import('./types.js').Answered>} attempt
 * @param {{ safe: boolean, pauses: readonly number[], key: string | null }} rules
 * @returns {Promise<{ status: number, data: unknown, headers: Record<string, string> }>}
 */
export function patiently(attempt: () => Promise<import("./types.js").Answered>, { safe, pauses, key }: {
    safe: boolean;
    pauses: readonly number[];
    key: string | null;
}): Promise<{
    status: number;
    data: unknown;
    headers: Record<string, string>;
}>;
/** @param {number} milliseconds */
export function sleep(milliseconds: number): Promise<any>;

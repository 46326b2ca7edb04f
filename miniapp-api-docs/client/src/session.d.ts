/** @typedef {import('./types.js').Session} Kept */
/** Who is logged in on this device. However many calls find out at once that the session is over, there is one login. */
export class SessionKeeper {
    /**
     * @param {import('./types.js').WxLike} wx
     * @param {string} baseUrl
     * @param {string} place where in storage
     * @param {number} timeout
     */
    constructor(wx: import("./types.js").WxLike, baseUrl: string, place: string, timeout: number);
    wx: import("./types.js").WxLike;
    baseUrl: string;
    place: string;
    timeout: number;
    /** @type {Kept | null} */
    kept: Kept | null;
    /** @type {Promise<Kept> | null} */
    underWay: Promise<Kept> | null;
    left: boolean;
    /** @returns {Promise<Kept>} the session at hand, or else a new one */
    current(): Promise<Kept>;
    /**
     * A session other than the one that was just refused.
     *
     * @param {string} token which was refused
     */
    after(token: string): Promise<{
        token: string;
        expiresAt: string;
        account: import("./contract.js").components["schemas"]["Account"];
    }>;
    /** Logs in, once for all who ask meanwhile. */
    login(): Promise<{
        token: string;
        expiresAt: string;
        account: import("./contract.js").components["schemas"]["Account"];
    }>;
    opened(): Promise<{
        token: string;
        expiresAt: string;
        account: import("./contract.js").components["schemas"]["Account"];
    }>;
    /**
     * A code is good once and for five minutes; WeChat gives another.
     *
     * @param {unknown} error
     */
    withAnotherCode(error: unknown): Promise<{
        token: string;
        expiresAt: string;
        account: import("./contract.js").components["schemas"]["Account"];
    }>;
    /** @returns {Promise<string>} */
    code(): Promise<string>;
    /**
     * @param {string} code
     * @returns {Promise<Kept>}
     */
    exchanged(code: string): Promise<Kept>;
    forget(): void;
}
export type Kept = import("./types.js").Session;

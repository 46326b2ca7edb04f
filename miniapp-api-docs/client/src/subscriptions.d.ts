/** Questions for subscriptions, and the answers on their way to the service. */
export class Subscriptions {
    /**
     * @param {import('./huiyin.js').Huiyin} api
     * @param {import('./types.js').WxLike} wx
     */
    constructor(api: import("./huiyin.js").Huiyin, wx: import("./types.js").WxLike);
    api: import("./huiyin.js").Huiyin;
    wx: import("./types.js").WxLike;
    /** @type {Map<string, string[]>} */
    prepared: Map<string, string[]>;
    /**
     * @param {string} occasion
     * @returns {Promise<string[]>} the ids of the templates
     */
    prepare(occasion: string): Promise<string[]>;
    /**
     * @param {string} occasion
     * @returns {Promise<import('./types.js').Subscribed>}
     */
    ask(occasion: string): Promise<import("./types.js").Subscribed>;
    /**
     * @param {string[]} tmplIds
     * @returns {Promise<import('./types.js').Subscribed['results']>}
     */
    asked(tmplIds: string[]): Promise<import("./types.js").Subscribed["results"]>;
    /** @param {import('./types.js').Subscribed['results']} results */
    report(results: import("./types.js").Subscribed["results"]): Promise<void>;
}

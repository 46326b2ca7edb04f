/**
 * A small `wx` over fetch, for Node and the browser: enough of it to run the client. What a mini-program would ask the
 * person (login, subscriptions) is answered by functions that are given.
 *
 * @typedef {object} ShimSettings
 * @property {string | (() => string | Promise<string>)} [code] what wx.login gives
 * @property {{ getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void }} [storage] localStorage, for one; by default things are kept in memory
 * @property {typeof fetch} [fetch]
 * @property {(tmplIds: string[]) => Record<string, string> | Promise<Record<string, string>>} [subscribe] what the person answers
 *
 * @param {ShimSettings} settings
 */
export function wxShim({ code, storage, fetch, subscribe }?: ShimSettings): {
    /** @param {Parameters<import('./types.js').WxLike['request']>[0]} options */
    request(options: Parameters<import("./types.js").WxLike["request"]>[0]): Required<import("./types.js").RequestTaskLike>;
    /** @param {Parameters<import('./types.js').WxLike['uploadFile']>[0]} options */
    uploadFile({ url, filePath, name, header, timeout, success, fail }: Parameters<import("./types.js").WxLike["uploadFile"]>[0]): {
        abort(): void;
    };
    /** @param {Parameters<import('./types.js').WxLike['login']>[0]} options */
    login({ success, fail }: Parameters<import("./types.js").WxLike["login"]>[0]): void;
    /** @param {Parameters<NonNullable<import('./types.js').WxLike['requestSubscribeMessage']>>[0]} options */
    requestSubscribeMessage({ tmplIds, success, fail }: Parameters<NonNullable<import("./types.js").WxLike["requestSubscribeMessage"]>>[0]): void;
    /** @param {string} key */
    getStorageSync(key: string): any;
    /**
     * @param {string} key
     * @param {unknown} value
     */
    setStorageSync(key: string, value: unknown): void;
    /** @param {string} key */
    removeStorageSync(key: string): void;
    /** @param {(state: { isConnected: boolean }) => void} listener */
    onNetworkStatusChange(listener: (state: {
        isConnected: boolean;
    }) => void): void;
    /** Not of WeChat: tells the program that the network went or came. @param {boolean} isConnected */
    networkIs(isConnected: boolean): void;
};
/** @returns {NonNullable<ShimSettings['storage']>} */
export function inMemory(): NonNullable<ShimSettings["storage"]>;
/**
 * A small `wx` over fetch, for Node and the browser: enough of it to run the client. What a mini-program would ask the
 * person (login, subscriptions) is answered by functions that are given.
 */
export type ShimSettings = {
    /**
     * what wx.login gives
     */
    code?: string | (() => string | Promise<string>) | undefined;
    /**
     * localStorage, for one; by default things are kept in memory
     */
    storage?: {
        getItem(key: string): string | null;
        setItem(key: string, value: string): void;
        removeItem(key: string): void;
    } | undefined;
    fetch?: typeof globalThis.fetch | undefined;
    /**
     * what the person answers
     */
    subscribe?: ((tmplIds: string[]) => Record<string, string> | Promise<Record<string, string>>) | undefined;
};

/**
 * @typedef {import('./types.js').OperationId} OperationId
 * @typedef {import('./types.js').LooseOptions} LooseOptions
 */
/**
 * The service, as a mini-program calls it. It logs in by itself, repeats what is safe to repeat, and tells every failure
 * as a HuiyinError.
 */
export class Huiyin {
    /** @param {import('./types.js').HuiyinSettings} settings */
    constructor({ wx, baseUrl, storageKey, timeout, pauses }: import("./types.js").HuiyinSettings);
    wx: import("./types.js").WxLike;
    baseUrl: string;
    timeout: number;
    pauses: readonly number[];
    sessions: SessionKeeper;
    draftQueue: DraftQueue;
    subscriptions: Subscriptions;
    /** @type {Map<string, { etag: string | null, ticket: import('./types.js').Ticket }>} */
    seen: Map<string, {
        etag: string | null;
        ticket: import("./types.js").Ticket;
    }>;
    /** Logs in; all who ask meanwhile share one login. */
    login(): Promise<{
        token: string;
        expiresAt: string;
        account: import("./contract.js").components["schemas"]["Account"];
    }>;
    /** The session at hand, without asking the service. */
    get session(): {
        token: string;
        expiresAt: string;
        account: import("./contract.js").components["schemas"]["Account"];
    } | null;
    /** Logs out at once, here and there. Nothing logs in again by itself until login() is called. */
    logout(): Promise<void>;
    /**
     * Calls an operation of the contract and gives the body of its answer.
     *
     * @template {OperationId} Id
     * @param {Id} operationId
     * @param {import('./types.js').Said<Id>} said
     * @returns {Promise<import('./types.js').Answer<Id>>}
     */
    call<Id extends OperationId>(operationId: Id, ...said: import("./types.js").Said<Id>): Promise<import("./types.js").Answer<Id>>;
    /**
     * The same with status, ETag and headers. A status of 304 has no body.
     *
     * @template {OperationId} Id
     * @param {Id} operationId
     * @param {import('./types.js').Said<Id>} said
     * @returns {Promise<import('./types.js').Full<import('./types.js').Answer<Id>>>}
     */
    callFull<Id extends OperationId>(operationId: Id, ...said: import("./types.js").Said<Id>): Promise<import("./types.js").Full<import("./types.js").Answer<Id>>>;
    /**
     * @param {OperationId} operationId
     * @param {LooseOptions} options
     */
    exchange(operationId: OperationId, options: LooseOptions): Promise<{
        status: number;
        data: unknown;
        headers: Record<string, string>;
    }>;
    /**
     * With the session at hand; if it is over, once more with a new one.
     *
     * @template T
     * @param {(token: string) => Promise<T>} deed
     * @returns {Promise<T>}
     */
    withSession<T>(deed: (token: string) => Promise<T>): Promise<T>;
    /**
     * @param {OperationId} operationId
     * @param {LooseOptions} options
     * @param {string | null} token
     */
    attempted(operationId: OperationId, options: LooseOptions, token: string | null): Promise<{
        status: number;
        data: unknown;
        headers: Record<string, string>;
    }>;
    /**
     * @param {import('./types.js').Operation} operation
     * @param {LooseOptions} options
     * @param {string | null} token
     * @returns {Record<string, string>}
     */
    headers(operation: import("./types.js").Operation, options: LooseOptions, token: string | null): Record<string, string>;
    /**
     * Uploads a photo or a voice message.
     *
     * @param {string | { size: number, type: string }} file a path, as wx.chooseMedia gives it; in a browser also a File or Blob
     * @param {{ key?: string }} [options]
     * @returns {Promise<import('./types.js').Schemas['Uploaded']>}
     */
    upload(file: string | {
        size: number;
        type: string;
    }, { key }?: {
        key?: string;
    }): Promise<import("./types.js").Schemas["Uploaded"]>;
    /**
     * @param {string | { size: number, type: string }} file
     * @param {string} key
     * @param {string} token
     * @returns {Promise<import('./types.js').Answered>}
     */
    uploaded(file: string | {
        size: number;
        type: string;
    }, key: string, token: string): Promise<import("./types.js").Answered>;
    /**
     * The whole address of a photo or voice whose `url` an answer gave.
     *
     * @param {string} url
     */
    mediaUrl(url: string): string;
    /**
     * A ticket as it is now. What did not change since the last time costs almost nothing.
     *
     * @param {string} no
     * @returns {Promise<{ changed: boolean, ticket: import('./types.js').Ticket, etag: string | null }>}
     */
    poll(no: string): Promise<{
        changed: boolean;
        ticket: import("./types.js").Ticket;
        etag: string | null;
    }>;
    /**
     * @param {string} no
     * @param {{ etag: string | null, ticket: import('./types.js').Ticket }} now
     */
    remember(no: string, now: {
        etag: string | null;
        ticket: import("./types.js").Ticket;
    }): void;
    /**
     * The pages of a list, one after another: `for await (const page of api.pages('listTickets'))`.
     *
     * @template {import('./types.js').PagedId} Id
     * @param {Id} operationId
     * @param {import('./types.js').Said<Id>} said
     * @returns {AsyncGenerator<import('./types.js').Answer<Id>, void, void>}
     */
    pages<Id extends import("./types.js").PagedId>(operationId: Id, ...said: import("./types.js").Said<Id>): AsyncGenerator<import("./types.js").Answer<Id>, void, void>;
    /**
     * Asks for subscriptions; call it in the handler of a tap, before anything else. Never fails: who declines is served all the same.
     *
     * @param {string} occasion such as SUBMIT, BOOK, STAFF_DESK
     */
    subscribe(occasion: string): Promise<import("./types.js").Subscribed>;
    /**
     * Fetches which templates a tap will ask for. Call it when the page opens: WeChat only shows its question straight from a tap.
     *
     * @param {string} occasion
     */
    prepareSubscriptions(occasion: string): Promise<string[]>;
    /**
     * Tells each change of a ticket as it happens: by server-sent events where chunks arrive, by polling elsewhere.
     *
     * @param {import('./listening.js').ListenSettings} settings
     * @returns {import('./types.js').Listening}
     */
    listen(settings: import("./listening.js").ListenSettings): import("./types.js").Listening;
}
export type OperationId = import("./types.js").OperationId;
export type LooseOptions = import("./types.js").LooseOptions;
import { HuiyinError } from './problem.js';
import { newKey } from './keys.js';
import { operations } from './operations.js';
import { SessionKeeper } from './session.js';
import { DraftQueue } from './drafts.js';
import { Subscriptions } from './subscriptions.js';
export { HuiyinError, newKey, operations };

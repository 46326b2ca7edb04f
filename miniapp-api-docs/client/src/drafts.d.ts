/**
 * @typedef {import('./types.js').Draft} Draft
 * @typedef {import('./types.js').KeyedId} KeyedId
 */
/**
 * What was written without a network. Each draft has its key before it is first tried, so however often it is sent it is
 * done once. A draft whose fate is unknown for longer than the service keeps keys is not sent again by itself: it becomes
 * DOUBTFUL, and the person decides.
 */
export class DraftQueue {
    /**
     * @param {import('./huiyin.js').Huiyin} api
     * @param {import('./types.js').WxLike} wx
     * @param {string} place where in storage
     */
    constructor(api: import("./huiyin.js").Huiyin, wx: import("./types.js").WxLike, place: string);
    api: import("./huiyin.js").Huiyin;
    wx: import("./types.js").WxLike;
    place: string;
    /** @type {Promise<import('./types.js').DraftOutcome> | null} */
    underWay: Promise<import("./types.js").DraftOutcome> | null;
    /** Called after each sending. @type {((outcome: import('./types.js').DraftOutcome) => void) | null} */
    onOutcome: ((outcome: import("./types.js").DraftOutcome) => void) | null;
    /** @returns {Draft[]} what waits, what was refused and what is doubtful, oldest first */
    list(): Draft[];
    /**
     * Keeps a draft on the device and sends nothing yet.
     *
     * @template {KeyedId} Id
     * @param {Id} operationId
     * @param {import('./types.js').Options<Id> & { files?: string[] }} said `files` are local paths to upload first (wx.saveFile)
     * @returns {Draft}
     */
    add<Id extends KeyedId>(operationId: Id, said: import("./types.js").Options<Id> & {
        files?: string[];
    }): Draft;
    /**
     * Sends a refused or doubtful draft again, with what the person corrected. Something new is said, so it gets a new key.
     *
     * @param {string} key
     * @param {unknown} [body]
     */
    again(key: string, body?: unknown): void;
    /** @param {string} key */
    remove(key: string): void;
    /** Sends whenever the network is back. */
    sendWhenOnline(): void;
    /** Sends what waits, one after another; stops at the first that cannot get through. */
    flush(): Promise<import("./types.js").DraftOutcome>;
    /** @returns {Promise<import('./types.js').DraftOutcome>} */
    sent(): Promise<import("./types.js").DraftOutcome>;
    /** @returns {Draft | undefined} */
    nextWaiting(): Draft | undefined;
    /**
     * @param {Draft} draft
     * @param {import('./types.js').DraftOutcome} outcome
     * @returns {Promise<boolean>} whether the next one may be tried
     */
    tried(draft: Draft, outcome: import("./types.js").DraftOutcome): Promise<boolean>;
    /**
     * @param {Draft} draft
     * @returns {Promise<import('./types.js').LooseOptions>}
     */
    withUploads(draft: Draft): Promise<import("./types.js").LooseOptions>;
    /**
     * @param {Draft} draft
     * @param {Draft['files'][number]} file
     * @returns {Promise<string>} the same as long as the draft's fate is open, for the same key must say the same
     */
    uploadedId(draft: Draft, file: Draft["files"][number]): Promise<string>;
    /**
     * @param {Draft} draft
     * @param {HuiyinError} error
     * @param {import('./types.js').DraftOutcome} outcome
     */
    notTaken(draft: Draft, error: HuiyinError, outcome: import("./types.js").DraftOutcome): boolean;
    /**
     * @param {string} key
     * @param {Partial<Draft>} what
     */
    change(key: string, what: Partial<Draft>): void;
    /** @param {Draft[]} drafts */
    keep(drafts: Draft[]): void;
}
export type Draft = import("./types.js").Draft;
export type KeyedId = import("./types.js").KeyedId;
import { HuiyinError } from './problem.js';

/**
 * @typedef {object} ListenSettings
 * @property {string} [no] the ticket to listen to; without it, all that concerns me
 * @property {(ticket: import('./types.js').Ticket) => void} [onTicket] the ticket as it is now: at once, and after each change
 * @property {(event: import('./sse.js').ServerEvent) => void} [onEvent] what the service said, as it said it
 * @property {(state: import('./types.js').ListeningState) => void} [onState]
 * @property {(error: unknown) => void} [onError] it ends: the ticket is not yours to know, or the login failed
 * @property {number} [every] milliseconds between two polls where no stream gets through
 * @property {number} [silence] milliseconds without a sign of life until a stream counts as dead
 */
/** Listens by server-sent events; where no chunk arrives it asks again and again, cheaply, with ETag. */
export class Listener {
    /**
     * @param {import('./huiyin.js').Huiyin} api
     * @param {ListenSettings} settings
     */
    constructor(api: import("./huiyin.js").Huiyin, { every, silence, ...settings }: ListenSettings);
    api: import("./huiyin.js").Huiyin;
    every: number;
    silence: number;
    settings: {
        /**
         * the ticket to listen to; without it, all that concerns me
         */
        no?: string | undefined;
        /**
         * the ticket as it is now: at once, and after each change
         */
        onTicket?: ((ticket: import("./types.js").Ticket) => void) | undefined;
        /**
         * what the service said, as it said it
         */
        onEvent?: ((event: import("./sse.js").ServerEvent) => void) | undefined;
        onState?: ((state: import("./types.js").ListeningState) => void) | undefined;
        /**
         * it ends: the ticket is not yours to know, or the login failed
         */
        onError?: ((error: unknown) => void) | undefined;
    };
    stopped: boolean;
    misses: number;
    /** @type {import('./types.js').RequestTaskLike | null} */
    task: import("./types.js").RequestTaskLike | null;
    /** @type {string | null} */
    lastId: string | null;
    /** Of the ticket that was told last. @type {string | null | undefined} */
    etag: string | null | undefined;
    /** @type {import('./types.js').ListeningState | null} */
    state: import("./types.js").ListeningState | null;
    /** Wakes the pause between two polls. */
    wake: () => void;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    watch: ReturnType<typeof setTimeout> | undefined;
    /** @returns {import('./types.js').Listening} */
    start(): import("./types.js").Listening;
    stop(): void;
    run(): Promise<void>;
    /** @returns {import('./types.js').Operation | undefined} */
    operation(): import("./types.js").Operation | undefined;
    streamed(): Promise<void>;
    /**
     * @param {unknown} error
     * @param {string} token
     * @returns {Promise<boolean>} whether the stream lived
     */
    overcome(error: unknown, token: string): Promise<boolean>;
    /**
     * @param {string} token
     * @returns {Promise<boolean>} whether anything came, when it is over
     */
    stream(token: string): Promise<boolean>;
    watchOver(): void;
    /** @param {import('./sse.js').ServerEvent} event */
    heard(event: import("./sse.js").ServerEvent): void;
    polled(): Promise<void>;
    /** Looks at the ticket and tells it if it changed. That no answer came is not the end. */
    look(): Promise<void>;
    /** What the stream would have said of new messages. */
    lookAtInbox(): Promise<void>;
    /**
     * @param {number} milliseconds
     * @returns {Promise<void>}
     */
    pause(milliseconds: number): Promise<void>;
    /** @param {import('./types.js').ListeningState} state */
    tell(state: import("./types.js").ListeningState): void;
}
export type ListenSettings = {
    /**
     * the ticket to listen to; without it, all that concerns me
     */
    no?: string | undefined;
    /**
     * the ticket as it is now: at once, and after each change
     */
    onTicket?: ((ticket: import("./types.js").Ticket) => void) | undefined;
    /**
     * what the service said, as it said it
     */
    onEvent?: ((event: import("./sse.js").ServerEvent) => void) | undefined;
    onState?: ((state: import("./types.js").ListeningState) => void) | undefined;
    /**
     * it ends: the ticket is not yours to know, or the login failed
     */
    onError?: ((error: unknown) => void) | undefined;
    /**
     * milliseconds between two polls where no stream gets through
     */
    every?: number | undefined;
    /**
     * milliseconds without a sign of life until a stream counts as dead
     */
    silence?: number | undefined;
};

/**
 * @param {string} errMsg what wx said, such as "request:fail timeout"
 * @param {string | null} key
 */
export function unanswered(errMsg: string, key: string | null): HuiyinError;
/**
 * @param {number} status
 * @param {unknown} data parsed, or as text
 * @param {Record<string, string>} headers with small letters
 * @param {string | null} key
 */
export function refused(status: number, data: unknown, headers: Record<string, string>, key: string | null): HuiyinError;
export class HuiyinError extends Error {
    /**
     * @param {object} told
     * @param {number} told.status 0 where no answer came
     * @param {import('./types.js').Code} told.code
     * @param {string} told.title
     * @param {string} told.detail
     * @param {{field: string, detail: string}[]} [told.errors]
     * @param {string | null} [told.traceId]
     * @param {number | null} [told.retryAfter]
     * @param {string | null} [told.key]
     */
    constructor({ status, code, title, detail, errors, traceId, retryAfter, key }: {
        status: number;
        code: import("./types.js").Code;
        title: string;
        detail: string;
        errors?: {
            field: string;
            detail: string;
        }[] | undefined;
        traceId?: string | null | undefined;
        retryAfter?: number | null | undefined;
        key?: string | null | undefined;
    });
    /** The HTTP status; 0 where no answer came. */
    status: number;
    /** A stable word for programs, such as MOVE_REFUSED; NETWORK and TIMEOUT where no answer came. */
    code: import("./types.js").Code;
    title: string;
    /** A Chinese sentence for the person. */
    detail: string;
    /** What is wrong in which field. */
    errors: {
        field: string;
        detail: string;
    }[];
    /** To be named when asking for help. */
    traceId: string | null;
    /** Seconds until it makes sense to try again. */
    retryAfter: number | null;
    /** The Idempotency-Key that was used: give it again when the person taps again without changing anything. */
    key: string | null;
    /** What the page should do. */
    advice: import("./types.js").Advice;
    /** Whether nobody can know if it was done: no answer came, or a middle station's. */
    get doubtful(): boolean;
}
export type Advice = import("./types.js").Advice;

/** Bytes that arrive in pieces become server-sent events. Mini-programs have no TextDecoder, so UTF-8 is read by hand. */
/** @typedef {{ event: string, data: string, id: string | null }} ServerEvent */
/** A piece may end in the middle of a Chinese character. */
export class Utf8Pieces {
    /** @type {number[]} */
    rest: number[];
    /**
     * @param {ArrayBuffer} piece
     * @returns {string} all that is whole
     */
    read(piece: ArrayBuffer): string;
}
/** Lines become events: an empty line ends one; a line that begins with a colon only says that the line is alive. */
export class EventLines {
    /**
     * @param {(event: ServerEvent) => void} onEvent
     * @param {() => void} onAlive
     */
    constructor(onEvent: (event: ServerEvent) => void, onAlive: () => void);
    onEvent: (event: ServerEvent) => void;
    onAlive: () => void;
    text: string;
    /** @type {string | null} */
    id: string | null;
    event: string;
    /** @type {string[]} */
    data: string[];
    /** @param {string} text */
    read(text: string): void;
    /** @param {string} line */
    line(line: string): void;
    end(): void;
}
export type ServerEvent = {
    event: string;
    data: string;
    id: string | null;
};

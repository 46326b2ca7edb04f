// The shapes that the modules speak of; written by hand, checked together with them.
import type { components, operations } from './contract.js'

export type Schemas = components['schemas']
export type Ticket = Schemas['Ticket']
export type Session = Schemas['Session']
export type Problem = Schemas['Problem']
export type OperationId = keyof operations

/** What the client knows of an operation when it runs. */
export interface Operation {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  path: string
  query: readonly string[]
  key?: boolean
  match?: boolean
  open?: boolean
  types?: readonly string[]
  stream?: boolean
}

type Parameters<Id extends OperationId, In extends 'path' | 'query' | 'header'> =
  In extends keyof operations[Id]['parameters'] ? NonNullable<operations[Id]['parameters'][In]> : never
type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined
type Body<Id extends OperationId> =
  operations[Id] extends { requestBody: { content: infer C } } ? BodyOf<C>
    : operations[Id] extends { requestBody?: { content: infer C } } ? BodyOf<C> | undefined : undefined
type BodyOf<C> = (C extends { 'application/json': infer J } ? J : never) | (C extends { 'text/csv': string } ? string : never)
type Good = 200 | 201 | 202 | 204
/** What the operation answers when all is well. */
export type Answer<Id extends OperationId> =
  { [S in keyof operations[Id]['responses'] & Good]: Content<operations[Id]['responses'][S]> }[keyof operations[Id]['responses'] & Good]

type Needed<Name extends string, T> =
  [T] extends [never] ? { [N in Name]?: never }
    : [T] extends [undefined] ? { [N in Name]?: undefined }
      : {} extends T ? { [N in Name]?: T }
        : undefined extends T ? { [N in Name]?: T } : { [N in Name]: T }
type Headed<Id extends OperationId, Header extends string, Name extends string> =
  Header extends keyof Parameters<Id, 'header'> ? { [N in Name]?: string } : { [N in Name]?: never }

/** What a call of this operation may say; a wrong word does not compile. */
export type Options<Id extends OperationId> =
  & Needed<'path', Parameters<Id, 'path'>>
  & Needed<'query', Parameters<Id, 'query'>>
  & Needed<'body', Body<Id>>
  & Headed<Id, 'If-Match', 'ifMatch'>
  & Headed<Id, 'If-None-Match', 'ifNoneMatch'>
  & Headed<Id, 'Idempotency-Key', 'key'>
/** The options may be left out where the operation needs none. */
export type Said<Id extends OperationId> = {} extends Options<Id> ? [options?: Options<Id>] : [options: Options<Id>]

/** Operations that give a page. */
export type PagedId = { [Id in OperationId]: Answer<Id> extends { items: unknown[]; nextCursor: string | null } ? Id : never }[OperationId]
/** Operations that may lie in the queue of drafts: their repeats are safe. */
export type KeyedId = { [Id in OperationId]: 'Idempotency-Key' extends keyof Parameters<Id, 'header'> ? Id : never }[OperationId]

/** The answer as a whole. */
export interface Full<T> {
  status: number
  body: T
  etag: string | null
  headers: Record<string, string>
}

/** The same without types, as the modules hand it to each other. */
export interface LooseOptions {
  path?: object
  query?: object
  body?: unknown
  ifMatch?: string
  ifNoneMatch?: string
  key?: string
}

export interface Answered {
  statusCode: number
  data: unknown
  header: Record<string, unknown>
}

/** What we use of `wx`; the real one fits, and so does the shim. */
export interface WxLike {
  request(options: {
    url: string
    method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
    header?: Record<string, string>
    data?: string
    timeout?: number
    enableChunked?: boolean
    success?: (answer: { statusCode: number; data: any; header: Record<string, any> }) => void
    fail?: (failure: { errMsg: string }) => void
  }): RequestTaskLike
  uploadFile(options: {
    url: string
    filePath: string
    name: string
    header?: Record<string, string>
    timeout?: number
    success?: (answer: { statusCode: number; data: string }) => void
    fail?: (failure: { errMsg: string }) => void
  }): unknown
  login(options: { success?: (answer: { code: string }) => void; fail?: (failure: { errMsg: string }) => void }): unknown
  getStorageSync(key: string): any
  setStorageSync(key: string, value: any): void
  removeStorageSync(key: string): void
  requestSubscribeMessage?(options: {
    tmplIds: string[]
    success?: (answer: any) => void
    fail?: (failure: { errMsg: string }) => void
  }): unknown
  onNetworkStatusChange?(listener: (state: { isConnected: boolean }) => void): void
}

export interface RequestTaskLike {
  abort(): void
  onChunkReceived?(listener: (chunk: { data: ArrayBuffer }) => void): void
}

/** The words by which programs know what went wrong; NETWORK and TIMEOUT where no answer came. A newer service may know more. */
export type Code = keyof typeof import('./codes.js').codes | 'NETWORK' | 'TIMEOUT' | (string & {})

/** What the page should do about an error; see HuiyinError. */
export type Advice = 'FIX_PROGRAM' | 'LOG_IN' | 'SHOW' | 'GO_BACK' | 'REFRESH' | 'FIELDS' | 'WAIT' | 'TRY_AGAIN' | 'REPORT'

export interface Draft<Id extends KeyedId = KeyedId> {
  key: string
  operationId: Id
  path?: object
  body?: any
  /** Local files that are uploaded just before; their ids go to `body.media`. */
  files: { filePath: string; id?: string; at?: number }[]
  state: 'WAITING' | 'REFUSED' | 'DOUBTFUL'
  /** When it was first tried, milliseconds. */
  triedAt?: number
  /** Why it was refused, to be shown. */
  problem?: { code: string; detail: string; errors: { field: string; detail: string }[] }
}

export interface DraftOutcome {
  sent: { draft: Draft; answer: any }[]
  refused: Draft[]
  waiting: number
}

export interface Subscribed {
  /** What the person chose, per template id; empty if WeChat showed no question. */
  results: Record<string, 'accept' | 'reject' | 'ban' | 'filter'>
  /** Why WeChat asked nothing, if so. */
  skipped: string | null
}

export type ListeningState = 'CONNECTING' | 'LIVE' | 'POLLING' | 'STOPPED'

export interface Listening {
  stop(): void
}

export interface HuiyinSettings {
  wx: WxLike
  /** Such as https://huiyin.example.cn; no slash at the end. */
  baseUrl: string
  /** The prefix of what is kept in storage; give each account on one device its own. */
  storageKey?: string
  /** How long one attempt may take, milliseconds. */
  timeout?: number
  /** Pauses before each repeat, milliseconds; as many repeats as pauses. */
  pauses?: readonly number[]
}

import type * as z from 'zod'

/**
 * What we ask of a schema. Narrower than `z.ZodType` on purpose: whether something deep is a whole `z.ZodType` takes the
 * compiler longer than all the rest of this room together (docs/decisions.md).
 */
export interface Schema {
  _zod: { output: unknown }
  parse(value: unknown): unknown
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: z.ZodError }
}

/** What a schema understands. */
type Understood<S> = S extends { _zod: { output: infer T } } ? T : never

/** One question, one answer. */
export interface Ask<I extends Schema = Schema, O extends Schema = Schema> {
  kind: 'ask'
  input: I
  output: O
}

/** A long piece of work: it reports as it goes, and it can be cancelled. */
export interface Job<I extends Schema = Schema, P extends Schema = Schema, O extends Schema = Schema> {
  kind: 'job'
  input: I
  progress: P
  output: O
}

export type Operation = Ask | Job

/** Groups of operations. An operation travels under the name `group.operation`. */
export type Contract = Record<string, Record<string, Operation>>

/** A question: what is asked with, what is answered. Inputs are parsed at the far end again, so a schema must accept what it puts out. */
export function ask<I extends Schema, O extends Schema>(input: I, output: O): Ask<I, O> {
  return { kind: 'ask', input, output }
}

/** A long piece of work: what it is asked with, what it reports on the way, what it comes to. */
export function job<I extends Schema, P extends Schema, O extends Schema>(input: I, progress: P, output: O): Job<I, P, O> {
  return { kind: 'job', input, progress, output }
}

/** How a job is watched and called off. Being called off is an outcome of the job, not an error of the wire. */
export interface JobOptions<P> {
  signal?: AbortSignal
  onProgress?: (progress: P) => void
}

/** The functions a contract promises. The real desk and the wire to it have the same type. */
export type DeskOf<C extends Contract> = { [G in keyof C]: { [N in keyof C[G]]: FunctionOf<C[G][N]> } }

type FunctionOf<O> =
  O extends Job<infer I, infer P, infer R> ? (input: Understood<I>, options?: JobOptions<Understood<P>>) => Promise<Understood<R>>
  : O extends Ask<infer I, infer R> ? (input: Understood<I>) => Promise<Understood<R>>
  : never

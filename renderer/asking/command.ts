import { useMutation } from '@tanstack/react-query'
import { askAgain } from './questions.ts'

export interface Command<I, O> {
  run(input: I, then?: (answer: O) => void): void
  busy: boolean
  /** A `Refusal`, a `Broken`, or null. Shown by `<Trouble>`. */
  error: Error | null
  forget(): void
}

/** One command to the desk. Whatever comes of it, the screen asks again; what was refused stays to be read. */
export function useCommand<I, O>(act: (input: I) => Promise<O>): Command<I, O> {
  const { mutate, isPending, error, reset } = useMutation<O, Error, I>({ mutationFn: act, onSettled: askAgain })
  return {
    run: (input, then) => mutate(input, then ? { onSuccess: (answer) => then(answer) } : {}),
    busy: isPending,
    error,
    forget: reset,
  }
}

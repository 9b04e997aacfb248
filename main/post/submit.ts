import { Readable } from 'node:stream'
import type { SendingProgress } from '../../core/mails/mail.ts'
import type { How, SendOutcome, ServerAccess } from '../../core/world.ts'
import { answerOf, isAnswered, oneLine, stageOf } from './answers.ts'
import { openConnection, type Patience } from './connection.ts'

interface Submission { server: ServerAccess; from: string; to: readonly string[]; bytes: Buffer }

/**
 * Hands one mail over to the office's own server (RFC 5321, 6409). As long as the server has not been given the first byte of the message, or has
 * said no itself, nothing has left; when the connection breaks after that without a word, nobody knows (RFC 5321, 6.1).
 */
export async function submit({ server, from, to, bytes }: Submission, { signal, onProgress }: How<SendingProgress>, patience: Patience): Promise<SendOutcome> {
  onProgress({ phase: 'connecting' })
  const opened = await openConnection(server, signal, patience)
  if ('stage' in opened) return signal.aborted ? { outcome: 'abandoned' } : { outcome: 'refused', ...opened }
  const { connection, certificate } = opened

  let begun = false
  const message = new Readable({
    // Asked for its first byte only once the server has taken sender and recipients and said 354.
    read() {
      begun = true
      onProgress({ phase: 'sending' })
      this.push(bytes)
      this.push(null)
    },
  })
  return new Promise((resolve) => {
    const end = (outcome: SendOutcome): void => {
      signal.removeEventListener('abort', callOff)
      if (outcome.outcome === 'sent') connection.quit()
      else connection.close()
      resolve(outcome)
    }
    // What has begun to leave is waited for: half a message is a question, a whole one an answer.
    const callOff = (): void => { if (!begun) end({ outcome: 'abandoned' }) }
    const fail = (error: Error): void => end(begun && !isAnswered(error) ? { outcome: 'unknown', answer: answerOf(error, server) } : { outcome: 'refused', stage: stageOf(error, 'message'), answer: answerOf(error, server) })
    signal.addEventListener('abort', callOff)
    connection.on('error', fail)
    if (signal.aborted) return callOff()
    connection.send({ from, to: [...to], size: bytes.length }, message, (error, info) => {
      if (error || !info) return fail(error ?? new Error('no answer'))
      const rejected = info.rejected.map((address) => ({ address: String(address), answer: answerOf(info.rejectedErrors?.find((one) => (one as { recipient?: string }).recipient === address) ?? '', server) }))
      end({ outcome: 'sent', accepted: info.accepted.map(String), rejected, answer: oneLine(info.response ?? '', server.password), certificate: certificate() })
    })
  })
}

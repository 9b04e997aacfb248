import { contract, type Desk } from '../core/contract.ts'
import { Refusal } from '../core/refusal.ts'
import { connect } from '../core/wire/connect.ts'
import { Broken } from '../core/wire/message.ts'
import { serve } from '../core/wire/serve.ts'
import { after } from '../main/after.ts'
import { openRealDesk } from '../main/desk.ts'
import { homeFolder } from '../main/home.ts'
import { incidentLog } from '../main/incidents.ts'
import { elevatedEngine } from '../main/wiping/elevated-engine.ts'
import { valueOf, type Call } from './arguments.ts'
import { askLast } from './ask-last.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { print, printError, printRefusal, watcher } from './print.ts'
import { askSecret, secretFrom } from './secrets.ts'

/**
 * Opens the desk over the same wire as the window's, signs in where a user is named, does the work, signs out and closes.
 * Answers the exit code; a refusal is printed with its sentences.
 */
export async function atTheDesk(call: Call, work: (desk: Desk) => Promise<{ answer: unknown; exit?: Exit } | { printed: true; exit: Exit }>, where: 'inside' | 'at the locked door' = 'inside'): Promise<Exit> {
  const json = call.flags.has('json')
  const home = homeFolder(valueOf(call, 'home'))
  const real = await openRealDesk({ home, confirm: askLast, elevated: elevatedEngine() })
  const wire = serve(contract, real.desk, { log: incidentLog(home), after })
  const desk = connect(contract, wire)
  try {
    if (where === 'inside') await signIn(call, desk)
    const done = await work(desk)
    if ('answer' in done) print(json, done.answer)
    return call.signal.aborted ? EXIT.interrupted : (done.exit ?? EXIT.done)
  } catch (error) {
    if (error instanceof Refusal) {
      printRefusal(json, error.objections)
      return isUsage(error) ? EXIT.usage : EXIT.refused
    }
    if (!(error instanceof Broken)) throw error
    printError(json, { broken: { incident: error.incident } }, `予期しない問題が起きました。受付番号 ${error.incident}（${home} の log を確かめてください）`)
    return EXIT.broken
  } finally {
    await wire.whenIdle()
    await real.close()
  }
}

async function signIn(call: Call, desk: Desk): Promise<void> {
  const who = await credentials(call)
  if (!who) return
  const telling = tellHowFar(desk)
  try {
    await desk.vault.unlock(who)
  } catch (error) {
    if (!(error instanceof Refusal) || !error.objections.some(({ code }) => code === 'code-needed')) throw error
    await desk.vault.unlock({ ...who, code: await codeToShow(error) })
  } finally {
    clearInterval(telling)
  }
}

/** After an update the door takes long in a large office: how far it is, to whoever watches. */
function tellHowFar(desk: Desk): ReturnType<typeof setInterval> {
  const tell = watcher()
  return setInterval(() => { void desk.vault.status().then(({ bringingUp }) => { if (bringingUp) tell({ phase: '台帳の読み込み', ...bringingUp }) }, () => {}) }, 500)
}

/** Of an authenticator: from the environment, or typed. Where nobody can type it, the desk's own refusal stands. */
async function codeToShow(refused: Refusal): Promise<string> {
  const given = process.env['AZUKARI_CODE']
  if (given) return given
  if (!process.stdin.isTTY) throw refused
  return await askSecret('認証コード: ') || '-'
}

/** Who is named on the command line or around it, with their password; null where nobody is. */
export async function credentials(call: Call): Promise<{ loginId: string; password: string } | null> {
  const loginId = valueOf(call, 'user') ?? process.env['AZUKARI_USER']
  if (!loginId) return null
  const file = valueOf(call, 'password-file')
  const password = file === undefined ? (process.env['AZUKARI_PASSWORD'] ?? await askSecret('パスワード: ')) : secretFrom(file)
  if (password === '') throw new Usage('the password is empty')
  return { loginId, password }
}

/** An input that the contract cannot read is the caller's mistake, not the office's no. */
const isUsage = ({ objections }: Refusal) => objections.every(({ code }) => code === 'input-not-understood')

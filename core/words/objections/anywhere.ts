import { type Act, type Moment, type Thing, acts, moments, stateWord, things } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** What any room may have to say: nothing of that name, the wrong state, the wrong time, the machine. */
export interface AnywhereObjections {
  'nothing-changed': { person: string }
  'days-reversed': { from: string; to: string }
  'nothing-found': { what: Thing; id: string }
  'state-does-not-allow': { is: string; act: Act }
  'before-its-time': { what: Moment; earlier: Moment }
  'input-not-understood': { where: string; problem: string }
  'time-in-future': { what: Moment }
  'file-unreadable': { path: string }
  'too-large': { path: string; limit: number }
  'too-many-calls': Record<never, never>
  'called-off': Record<never, never>
  'inside-the-vault': { path: string }
  'not-writable': { path: string }
}

export const anywhere: Sentences<AnywhereObjections> = {
  ja: {
    'nothing-changed': ({ person }) => `${person}：変わったところがありません。変える項目を直してから記録してください。`,
    'days-reversed': ({ from, to }) => `日付の前後が逆です（${from} より ${to} が前）。日付を確かめてください。`,
    'nothing-found': ({ what }) => `${things[what][0]}が見つかりません。一覧を開き直してください。`,
    'state-does-not-allow': ({ is, act }) => `今の状態（${stateWord(is, 0)}）では「${acts[act][0]}」はできません。一覧で状態を確かめてください。`,
    'before-its-time': ({ what, earlier }) => `${moments[what][0]}が${moments[earlier][0]}より前になっています。日時を確かめてください。`,
    'input-not-understood': ({ where, problem }) => `入力を読み取れません（${where}：${problem}）。入力を確かめてください。`,
    'time-in-future': ({ what }) => `${moments[what][0]}が未来の日時になっています。日時を確かめてください。`,
    'file-unreadable': ({ path }) => `ファイルを読めません（${path}）。場所とアクセス権を確かめてください。`,
    'too-large': ({ path, limit }) => `ファイルが大きすぎます（${path}。上限 ${Math.round(limit / 1_048_576)} MB）。別の方法で渡してください。`,
    'called-off': () => 'ご指示のとおり中止しました。必要であれば、もう一度行ってください。',
    'inside-the-vault': ({ path }) => `${path} は預かりの保管庫のフォルダです。ここのファイルは読み書きに使えません。ほかの場所を選んでください。`,
    'not-writable': ({ path }) => `${path} を開けないか、書き込めません（書込み禁止か、アクセス権がありません）。書込み禁止とアクセス権を確かめてから、もう一度行ってください。`,
    'too-many-calls': () => '操作が一度に重なりすぎたため、受け付けませんでした。少し待ってから、もう一度行ってください。',
  },
  en: {
    'nothing-changed': ({ person }) => `${person}: nothing has changed. Change something before recording it.`,
    'days-reversed': ({ from, to }) => `The days are the wrong way round (${to} comes before ${from}). Check them.`,
    'nothing-found': ({ what }) => `${things[what][1]} was not found. Open the list again.`,
    'state-does-not-allow': ({ is, act }) => `Not possible now (${stateWord(is, 1)}): ${acts[act][1]}.`,
    'before-its-time': ({ what, earlier }) => `${moments[what][1]} lies before ${moments[earlier][1].toLowerCase()}. Check the times.`,
    'input-not-understood': ({ where, problem }) => `The input cannot be read (${where}: ${problem}).`,
    'time-in-future': ({ what }) => `${moments[what][1]} lies in the future.`,
    'file-unreadable': ({ path }) => `The file cannot be read (${path}).`,
    'too-large': ({ path, limit }) => `The file is too large (${path}; at most ${Math.round(limit / 1_048_576)} MB).`,
    'called-off': () => 'This was called off, as you asked. Begin it again when you need it.',
    'inside-the-vault': ({ path }) => `${path} lies in the vault's own folder, whose files are neither taken nor added to. Choose another place.`,
    'not-writable': ({ path }) => `${path} cannot be opened or written (read-only, or without permission). Look at its write protection and permissions, then try again.`,
    'too-many-calls': () => 'Too much was asked at once. Wait a moment, then try again.',
  },
}

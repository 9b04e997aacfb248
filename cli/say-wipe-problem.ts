import type { WipeProblem, WipeProblemCode } from '../main/wiping/problem.ts'

const sentences: Readonly<Record<WipeProblemCode, string>> = {
  'not-an-image': '通常のファイル、イメージ、又はファイルを元にしたループデバイスだけを対象にできます。媒体の消去は、計画を立ててから「媒体の消去」で行ってください。 / Only regular files, images and loop devices over files. Drives are wiped by plan, with a login.',
  'not-on-this-platform': 'このOSでは、媒体全体の上書きはまだできません。Linuxで行うか、別の方法を計画してください。',
  'target-missing': '対象が見つかりません。接続と場所を確かめてください。',
  'target-busy': '対象は使用中です（マウントされているか、ほかのソフトが開いています）。取り外してからやり直してください。',
  'target-read-only': '書き込めない媒体です。書き込み禁止のスイッチを確かめてください。',
  'target-forbidden': '対象を開く権限がありません。管理者の権限で行ってください。',
  'target-empty': '対象の大きさが0です。媒体が入っているか確かめてください。',
  'target-not-a-medium': '媒体でもファイルでもないものは対象にできません。',
  'target-unreadable': '対象を開けません。接続を確かめてください。',
  'seed-missing': '種（シード）のファイルがありません。--seed-file で指定してください。',
  'seed-unfit': '種（シード）は32バイト、又は16進数64桁で指定してください。',
  'seed-unwritable': '種（シード）を保存できません。何も書き込んでいません。別の場所を指定してください。',
}

/** What is wrong and what to do next, and where. */
export function sayWipeProblem({ code, facts }: WipeProblem): string {
  const { path } = facts
  return path === undefined ? sentences[code] : `${sentences[code]}（${path}）`
}

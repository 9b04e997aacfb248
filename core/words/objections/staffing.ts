import type { Sentences } from './sentences.ts'

/** Education, pledges, cards and self-checks (Art. 5④, 6②, 7, 8). */
export interface StaffingObjections {
  'person-listed-twice': { person: string }
  'pass-mark-missing': Record<never, never>
  'score-missing': { person: string }
  'not-absent-then': { person: string }
  'test-not-yours': { person: string; session: string }
  'test-passed-already': { person: string }
  'test-paper-changed': Record<never, never>
  'test-incomplete': { count: number }
  'test-too-often': { most: number }
  'pledge-text-ends-with-contract': Record<never, never>
  'pledge-text-exists': { version: string }
  'typed-name-differs': { person: string }
  'not-a-scan': { path: string }
  'not-a-picture': { path: string }
  'no-pledge-to-end': { person: string }
  'id-card-missing': { person: string }
  'card-exists': { card: string }
  'card-held-already': { person: string; card: string }
  'card-not-in-force': { card: string; day: string }
  'finding-without-plan': { item: string }
  'findings-open': { check: string; count: number }
}

export const staffing: Sentences<StaffingObjections> = {
  ja: {
    'person-listed-twice': ({ person }) => `${person}さんが二度書かれています。受講者か欠席者のどちらか一方にしてください。`,
    'pass-mark-missing': () => '合格点を入力してください。点数だけでは、理解したかどうかを決められません。',
    'score-missing': ({ person }) => `${person}さんの点数がありません。答案を採点して入力してください。`,
    'not-absent-then': ({ person }) => `${person}さんは、元の研修の欠席者ではありません。補講ではなく、新しい研修として記録してください。`,
    'test-not-yours': ({ person, session }) => `「${session}」に、${person}さんが画面で受ける理解度確認はありません。受講の記録を確かめてください。`,
    'test-passed-already': ({ person }) => `${person}さんは、この理解度確認に合格しています。もう一度受ける必要はありません。`,
    'test-paper-changed': () => '問題が新しくなりました。画面を開き直して、もう一度答えてください。',
    'test-incomplete': ({ count }) => `まだ${count}問に答えていません。すべてに答えてください。`,
    'test-too-often': ({ most }) => `理解度確認は一日${most}回までです。教材を読み直し、明日もう一度受けてください。`,
    'pledge-text-ends-with-contract': () => '誓約書の文面に、契約終了後も守ることが書かれていません。「契約終了後も同様とする」等の文を加えてください。',
    'pledge-text-exists': ({ version }) => `誓約書の版「${version}」は既にあります。署名された文面は変えられません。別の版名にしてください。`,
    'typed-name-differs': ({ person }) => `入力した氏名が、名簿の「${person}」と違います。本人が氏名をそのとおりに入力してください。`,
    'not-a-scan': ({ path }) => `${path} は、PDF・PNG・JPEG・TIFFのいずれでもありません。スキャンしたファイルを選んでください。`,
    'not-a-picture': ({ path }) => `${path} は、PNG・JPEGの画像ではありません。顔写真の画像を選んでください。`,
    'no-pledge-to-end': ({ person }) => `${person}さんには、有効な誓約書がありません。`,
    'id-card-missing': ({ person }) => `庁舎内では証明書の携帯が必要ですが、${person}さんの有効な証明書がありません。証明書を発行してから作業してください。`,
    'card-exists': ({ card }) => `証明書番号「${card}」は既に使われています。別の番号にしてください。`,
    'card-held-already': ({ person, card }) => `${person}さんは証明書 ${card} を持っています。返納又は紛失を記録してから、新しい証明書を発行してください。`,
    'card-not-in-force': ({ card, day }) => `証明書 ${card} は、${day}には有効ではありません。証明書と日付を確かめてください。`,
    'finding-without-plan': ({ item }) => `「${item}」が不適です。是正の内容と期日を入力してください。`,
    'findings-open': ({ check, count }) => `自己点検 ${check} に、是正が済んでいない項目が${count}件あります。是正を記録してから完了にしてください。`,
  },
  en: {
    'person-listed-twice': ({ person }) => `${person} is listed twice. Name them once, as attending or as absent.`,
    'pass-mark-missing': () => 'Enter the pass mark: scores alone do not say who understood.',
    'score-missing': ({ person }) => `There is no score for ${person}. Mark the paper and enter it.`,
    'not-absent-then': ({ person }) => `${person} was not absent from the first session. Record a session of its own instead.`,
    'test-not-yours': ({ person, session }) => `“${session}” has no test on screen for ${person}. Check who attended.`,
    'test-passed-already': ({ person }) => `${person} has passed this test already.`,
    'test-paper-changed': () => 'The questions have changed. Open the page again and answer once more.',
    'test-incomplete': ({ count }) => `${count} questions are still unanswered. Answer all of them.`,
    'test-too-often': ({ most }) => `The test may be sat ${most} times a day. Read the material again and come back tomorrow.`,
    'pledge-text-ends-with-contract': () => 'The text does not say that the duty goes on after the contract has ended. Add such a sentence.',
    'pledge-text-exists': ({ version }) => `There is an edition “${version}” already, and a text that is signed does not change. Give it another name.`,
    'typed-name-differs': ({ person }) => `The typed name is not “${person}” as on the roster. Whoever signs types their own name.`,
    'not-a-scan': ({ path }) => `${path} is neither PDF, PNG, JPEG nor TIFF. Choose the scan of the paper.`,
    'not-a-picture': ({ path }) => `${path} is neither PNG nor JPEG. Choose the photograph of the face.`,
    'no-pledge-to-end': ({ person }) => `${person} has no pledge in force.`,
    'id-card-missing': ({ person }) => `Inside city hall an ID card is carried; ${person} has none in force. Issue one first.`,
    'card-exists': ({ card }) => `Card number “${card}” is used already. Choose another.`,
    'card-held-already': ({ person, card }) => `${person} holds card ${card}. Record its return or loss before issuing another.`,
    'card-not-in-force': ({ card, day }) => `Card ${card} was not in force on ${day}. Check the card and the day.`,
    'finding-without-plan': ({ item }) => `“${item}” was found wanting. Enter what will be done, and by when.`,
    'findings-open': ({ check, count }) => `Self-check ${check} has ${count} findings that are not put right yet. Record that first.`,
  },
}

import type { Role } from '../../people/person.ts'
import type { OrganisationKind } from '../../vault/vault.ts'
import { type Act, acts, offices, roleWords, sayRoles } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** The vault, and who may open it (Art. 11(10)ア). */
export interface VaultObjections {
  'account-suspended': { person: string }
  'account-not-in-force': { loginId: string }
  'last-administrator': { person: string }
  'last-supervisor': { person: string }
  'own-elevation': { person: string; role: Role }
  'not-your-office': { needs: string }
  'auditor-only-looks': { person: string }
  'same-person': { person: string; act: Act }
  'role-of-other-office': { role: Role }
  'login-taken': { loginId: string }
  'password-too-short': { least: number }
  'password-too-common': Record<never, never>
  'password-holds-id': Record<never, never>
  'vault-absent': Record<never, never>
  'vault-exists': Record<never, never>
  'vault-locked': Record<never, never>
  'vault-in-use': Record<never, never>
  'vault-damaged': { what: string }
  'vault-newer': { what: string }
  'wrong-password': { triesLeft: number }
  'locked-out': { until: string; failures: number }
  'code-needed': Record<never, never>
  'wrong-code': { triesLeft: number }
  'first-code-wrong': Record<never, never>
  'own-password-owed': Record<never, never>
  'second-factor-owed': Record<never, never>
  'password-given': { person: string }
  'password-given-rescues-nothing': { loginId: string }
  'password-unchanged': Record<never, never>
  'second-factor-set': Record<never, never>
  'second-factor-none': Record<never, never>
  'second-factor-required': Record<never, never>
  'no-account': { person: string }
  'has-account': { person: string }
  'wrong-recovery-key': Record<never, never>
  'office-of-other-kind': { needs: OrganisationKind }
}

export const vault: Sentences<VaultObjections> = {
  ja: {
    'account-suspended': ({ person }) => `${person}さんのIDは停止されています。管理者に再開を依頼してください。`,
    'account-not-in-force': ({ loginId }) => `ID「${loginId}」は使えません（廃止されたか、発行が済んでいません）。管理者に確かめてください。`,
    'last-administrator': ({ person }) => `${person}さんは、ただ一人の管理者です。先に別の人を管理者にしてください。`,
    'last-supervisor': ({ person }) => `${person}さんは、ただ一人の作業責任者です。先に別の人を作業責任者にしてください。`,
    'own-elevation': ({ person, role }) => `${person}さんが自分に「${roleWords[role][0]}」の権限を加えることはできません。別の管理者に依頼してください。`,
    'not-your-office': ({ needs }) => `この操作は${sayRoles(needs, 0)}だけが行えます。担当の方に依頼してください。`,
    'auditor-only-looks': ({ person }) => `${person}さんは監査者なので、記録を見ることだけができます。業務の操作は担当の方に依頼してください。`,
    'same-person': ({ person, act }) => `${acts[act][0]}は別の人が行う必要があります。${person}さん以外の方が確認してください。`,
    'role-of-other-office': ({ role }) => `この保管庫では「${roleWords[role][0]}」の役割は使えません。ほかの役割を選んでください。`,
    'login-taken': ({ loginId }) => `ID「${loginId}」は既に使われています。別のIDを決めてください。`,
    'password-too-short': ({ least }) => `パスワードは${least}文字以上にしてください。`,
    'password-too-common': () => 'よく使われるパスワードのため使えません。関係のない単語をいくつか組み合わせてください。',
    'password-holds-id': () => 'パスワードにIDを含めないでください。',
    'vault-absent': () => 'まだ保管庫がありません。はじめに組織と管理者を登録してください。',
    'vault-exists': () => '保管庫は既にあります。サインインしてください。',
    'vault-locked': () => '施錠されています。サインインしてください。',
    'vault-in-use': () => 'この保管庫は、ほかの画面又はコマンドが使用中です。そちらを終了してからやり直してください。',
    'vault-newer': ({ what }) => `この保管庫は、新しい版の Azukari で使われています（${what}）。この版では開けません。保管庫には何も書いていません。新しい版を入れてから、もう一度開いてください。`,
    'vault-damaged': ({ what }) => `保管庫のファイル（${what}）が壊れています。操作を続けず、バックアップから戻すか管理者に連絡してください。`,
    'wrong-password': ({ triesLeft }) => `IDかパスワードが違います。あと${triesLeft}回間違えると、しばらく使えなくなります。`,
    'locked-out': ({ until, failures }) => `${failures}回続けて間違えたため、${until}まで使えません。時間をおくか、管理者に再開を依頼してください。`,
    'code-needed': () => '認証アプリに表示されている6桁の認証コードを入力してください。',
    'wrong-code': ({ triesLeft }) => `認証コードが違うか、もう使われています。次のコードが出るのを待って入力してください。あと${triesLeft}回間違えると、しばらく使えなくなります。`,
    'first-code-wrong': () => '認証コードが一致しません。QRコードを読み取り直し、端末と電話の時計が合っているか確かめてから、表示されている6桁を入力してください。',
    'own-password-owed': () => '今のパスワードは管理者が決めたものです。先に、自分だけが知っているパスワードに変えてください。',
    'second-factor-owed': () => 'この事務所では、全員が二要素認証を使います。先に、二要素認証を設定してください。',
    'password-given': ({ person }) => `${person}さんのパスワードは、管理者が決めたままです。一度サインインして自分のパスワードに変えてから、確認してください。`,
    'password-given-rescues-nothing': ({ loginId }) => `ID「${loginId}」のパスワードは、管理者が決めたままです。管理者が決めたパスワードでは、台帳を取り出せません。自分で決めたパスワードを持つ人が取り出すか、復旧キーでパスワードを決め直してください。`,
    'password-unchanged': () => '今と同じパスワードです。別のパスワードを決めてください。',
    'second-factor-set': () => '二要素認証は既に設定されています。新しい電話に替えるときは、先に解除してください。',
    'second-factor-none': () => '二要素認証は設定されていません。',
    'second-factor-required': () => 'この事務所では全員が二要素認証を使うため、解除できません。電話を替えるときは、管理者に解除を依頼してください。',
    'no-account': ({ person }) => `${person}さんにはIDがありません。管理者がIDを発行してください。`,
    'has-account': ({ person }) => `${person}さんには既にIDがあります。パスワードを忘れたときは、管理者が「再開」で決め直せます。`,
    'wrong-recovery-key': () => '復旧キーかIDが違います。印刷した紙の文字をもう一度確かめてください。',
    'office-of-other-kind': ({ needs }) => `この操作は${offices[needs][0]}の保管庫で行います。`,
  },
  en: {
    'account-suspended': ({ person }) => `The ID of ${person} is suspended. Ask the administrator to resume it.`,
    'account-not-in-force': ({ loginId }) => `The ID “${loginId}” is not in force (revoked, or never fully issued). Ask the administrator.`,
    'last-administrator': ({ person }) => `${person} is the only administrator. Make somebody else one first.`,
    'last-supervisor': ({ person }) => `${person} is the only supervisor. Make somebody else one first.`,
    'own-elevation': ({ person, role }) => `${person} cannot give themself the role of ${roleWords[role][1]}. Ask another administrator.`,
    'not-your-office': ({ needs }) => `Only ${sayRoles(needs, 1)} may do this. Ask the person in charge.`,
    'auditor-only-looks': ({ person }) => `${person} is an auditor and only looks. Ask the person in charge to do this.`,
    'same-person': ({ person, act }) => `Someone else than ${person} has to do this: ${acts[act][1]}.`,
    'role-of-other-office': ({ role }) => `The role of ${roleWords[role][1]} does not exist in this vault. Choose another.`,
    'login-taken': ({ loginId }) => `The ID “${loginId}” is taken. Choose another.`,
    'password-too-short': ({ least }) => `Use at least ${least} characters.`,
    'password-too-common': () => 'This password is too common. Combine several unrelated words.',
    'password-holds-id': () => 'The password must not contain the ID.',
    'vault-absent': () => 'There is no vault yet. Register the organisation and its administrator first.',
    'vault-exists': () => 'A vault exists already. Sign in.',
    'vault-locked': () => 'The vault is locked. Sign in.',
    'vault-in-use': () => 'Another window or command is using this vault. Close it and try again.',
    'vault-newer': ({ what }) => `A newer version of Azukari has used this vault (${what}). This version cannot open it, and has written nothing into it. Install the newer version and open it again.`,
    'vault-damaged': ({ what }) => `A file of the vault (${what}) is damaged. Stop here; restore a backup or call the administrator.`,
    'wrong-password': ({ triesLeft }) => `ID or password is wrong. ${triesLeft} more tries before a pause.`,
    'locked-out': ({ until, failures }) => `After ${failures} failures this ID is locked until ${until}. Wait, or ask the administrator to resume it.`,
    'code-needed': () => 'Type the six digits that your authenticator shows.',
    'wrong-code': ({ triesLeft }) => `The code is wrong or was used already. Wait for the next one. ${triesLeft} more tries before a pause.`,
    'first-code-wrong': () => 'The code does not match. Scan the QR code again, see that both clocks are right, and type the six digits now shown.',
    'own-password-owed': () => 'Your password was chosen by an administrator. First change it to one that only you know.',
    'second-factor-owed': () => 'This office asks a second factor of everybody. Set yours first.',
    'password-given': ({ person }) => `The password of ${person} is still the administrator’s. They sign in once and change it; then they can confirm.`,
    'password-given-rescues-nothing': ({ loginId }) => `The password of ${loginId} is still the administrator’s, and with such a password nothing is taken out. Let somebody with a password of their own do it, or choose a new one with the recovery key.`,
    'password-unchanged': () => 'This is the same password. Choose another.',
    'second-factor-set': () => 'A second factor is set already. For a new telephone, remove it first.',
    'second-factor-none': () => 'No second factor is set.',
    'second-factor-required': () => 'This office asks a second factor of everybody, so it cannot be removed. For a new telephone, ask an administrator.',
    'no-account': ({ person }) => `${person} has no ID. The administrator can issue one.`,
    'has-account': ({ person }) => `${person} has an ID already. The administrator can set a new password for it.`,
    'wrong-recovery-key': () => 'The recovery key or the ID is wrong. Check the printed sheet again.',
    'office-of-other-kind': ({ needs }) => `This is done in the vault of ${offices[needs][1]}.`,
  },
}

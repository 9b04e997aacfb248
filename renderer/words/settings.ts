import { both } from './both.ts'

export const settings = both({
  title: '設定',
  organisation: '組織', name: '名称', kind: '立場', contractor: '受託者（乙）', city: '市（甲）', address: '所在地', representative: '代表者', tel: '電話番号', email: 'メールアドレス', docPrefix: '文書番号の頭文字',
  me: 'サインイン中の人', roles: '役割', loginId: 'ID', idle: '自動施錠', idleAfter: '操作がないまま{{minutes}}分たつと施錠します。',
  password: 'パスワードを変える', current: '今のパスワード', next: '新しいパスワード', change: 'パスワードを変える', changed: 'パスワードを変えました。',
  keys: '公開鍵', keysLead: '相手に渡す公開鍵届です。電話や対面では、下の12語を読み上げてください。',
  language: '表示する言葉', japanese: '日本語', english: 'English',
  need: '「{{field}}」を入力してください。',
}, {
  title: 'Settings',
  organisation: 'Organisation', name: 'Name', kind: 'Side', contractor: 'Contractor (乙)', city: 'City (甲)', address: 'Address', representative: 'Representative', tel: 'Telephone', email: 'E-mail', docPrefix: 'Prefix of document numbers',
  me: 'Signed in', roles: 'Roles', loginId: 'ID', idle: 'Automatic lock', idleAfter: 'Locks after {{minutes}} minutes without activity.',
  password: 'Change the password', current: 'Current password', next: 'New password', change: 'Change the password', changed: 'The password was changed.',
  keys: 'Public keys', keysLead: 'Our key notice for the other party. On the telephone or face to face, read these twelve words aloud.',
  language: 'Language', japanese: '日本語', english: 'English',
  need: 'Please fill in “{{field}}”.',
})

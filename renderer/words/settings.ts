import { both } from './both.ts'

export const settings = both({
  title: '設定',
  organisation: '組織', name: '名称', kind: '立場', contractor: '受託者（乙）', city: '市（甲）', address: '所在地', representative: '代表者', tel: '電話番号', email: 'メールアドレス', docPrefix: '文書番号の頭文字',
  me: 'サインイン中の人', roles: '役割', loginId: 'ID', idle: '自動施錠', idleAfter: '操作がないまま{{minutes}}分たつと施錠します。',
  password: 'パスワードを変える', current: '今のパスワード', next: '新しいパスワード', change: 'パスワードを変える', changed: 'パスワードを変えました。',
  keys: '公開鍵', keysLead: '相手に渡す公開鍵届です。電話や対面では、下の12語を読み上げてください。',
  language: '表示する言葉', japanese: '日本語', english: 'English',
  need: '「{{field}}」を入力してください。',
  mailServer: '送信サーバー', mailServerLead: '電子メールを、この事務所の送信サーバーから送れるようにします。', mailServerWhy: '暗号化した接続（TLS）だけを使い、証明書を必ず確かめます。パスワードは保管庫だけに保管し、画面や台帳には出しません。', toMailServer: '送信サーバーを設定する', mailServerNow: '{{host}}（{{from}}）', mailServerNone: '設定されていません。メールソフトで送る下書きはつくれます。',
  serverBlock: '接続先', host: 'ホスト名', port: 'ポート', security: '暗号化', securities: { tls: 'はじめから暗号化（TLS、465）', starttls: 'STARTTLS必須（587）' }, user: '利用者名', userWhy: '認証のないサーバーでは空欄にします。', serverPassword: 'サーバーのパスワード', serverPasswordWhy: '保管庫に保管します。', serverPasswordKept: '保管済みです。変えるときだけ入力します。',
  fromBlock: '差出人', fromName: '差出人の名前', fromAddress: '差出人のアドレス', fromWhy: '名前には、送った人（{{name}}さん）の氏名が続きます。', certificateBlock: '自社の認証局を使うとき', certificateWhy: '公的な認証局の証明書なら、入力は要りません。', caPem: '認証局又はサーバーの証明書（PEM）', pin: '証明書の指紋（SHA-256、任意）', pinWhy: '入力すると、証明書の確認に加えて、指紋の一致も確かめます。',
  serverSet: '保存する', serverDrop: '設定を消す', serverKept: '保存しました。', tryBlock: '接続試験', tryLead: '接続し、証明書を確かめ、サインインします。メールは送りません。', tryNow: '接続を試す', tryGood: '接続できました。証明書とパスワードは正しく確かめられました。', certSubject: '証明書の名前', certIssuer: '発行者', certTo: '有効期限',
  stages: { connect: 'サーバーに接続できません。', tls: '暗号化した接続（TLS）に応じません。', certificate: '証明書を確かめられません。', greeting: '送信サーバーの応答ではありません。', login: '利用者名又はパスワードが受け付けられません。', sender: '差出人が受け付けられません。', recipients: '宛先が受け付けられません。', message: '内容が受け付けられません。', 'too-large': '大きすぎます。' },
}, {
  title: 'Settings',
  organisation: 'Organisation', name: 'Name', kind: 'Side', contractor: 'Contractor (乙)', city: 'City (甲)', address: 'Address', representative: 'Representative', tel: 'Telephone', email: 'E-mail', docPrefix: 'Prefix of document numbers',
  me: 'Signed in', roles: 'Roles', loginId: 'ID', idle: 'Automatic lock', idleAfter: 'Locks after {{minutes}} minutes without activity.',
  password: 'Change the password', current: 'Current password', next: 'New password', change: 'Change the password', changed: 'The password was changed.',
  keys: 'Public keys', keysLead: 'Our key notice for the other party. On the telephone or face to face, read these twelve words aloud.',
  language: 'Language', japanese: '日本語', english: 'English',
  need: 'Please fill in “{{field}}”.',
  mailServer: 'Server for outgoing mail', mailServerLead: 'So that e-mail can be sent over the office’s own server.', mailServerWhy: 'Only encrypted connections (TLS), and its certificate is always verified. The password lies in the vault alone.', toMailServer: 'Set the server', mailServerNow: '{{host}} ({{from}})', mailServerNone: 'None is set. Drafts for a mail program can be made all the same.',
  serverBlock: 'Server', host: 'Host name', port: 'Port', security: 'Encryption', securities: { tls: 'from the first byte (TLS, 465)', starttls: 'STARTTLS, required (587)' }, user: 'User', userWhy: 'Empty where the server asks for none.', serverPassword: 'Password at the server', serverPasswordWhy: 'It goes into the vault.', serverPasswordKept: 'It is in the vault. Fill in only to change it.',
  fromBlock: 'Sender', fromName: 'Name', fromAddress: 'Address', fromWhy: 'The name of who sends ({{name}}) follows.', certificateBlock: 'With a CA of your own', certificateWhy: 'Not needed for certificates of public authorities.', caPem: 'Certificate of the CA or the server (PEM)', pin: 'Fingerprint of the certificate (SHA-256, optional)', pinWhy: 'Must match besides, where it is given.',
  serverSet: 'Save', serverDrop: 'Forget it', serverKept: 'Saved.', tryBlock: 'Try it', tryLead: 'Connects, verifies the certificate and signs in. No mail is sent.', tryNow: 'Try the connection', tryGood: 'Connected; certificate and password are right.', certSubject: 'Certificate', certIssuer: 'Issuer', certTo: 'Valid to',
  stages: { connect: 'The server cannot be reached.', tls: 'It offers no encryption (TLS).', certificate: 'Its certificate is not believed.', greeting: 'It is no mail server.', login: 'User or password was not accepted.', sender: 'The sender was not accepted.', recipients: 'The recipients were not accepted.', message: 'The message was not accepted.', 'too-large': 'Too large.' },
})

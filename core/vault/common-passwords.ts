/** What is tried first wherever a password is guessed, here and abroad: whole, and as the core of longer ones. */
export const commonPasswords: ReadonlySet<string> = new Set(`
123456 123456789 12345678 1234567890 password password1 qwerty qwertyuiop qwerty123 qwertyuiop123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx
abc123 abcdef abcd1234 iloveyou admin administrator adminadmin root toor welcome welcomeback letmein letmeinplease monkey dragon football baseball
sunshine princess master superman batman trustno1 passw0rd p@ssw0rd p@ssword pass pass1234 passpass passwordpassword changeme changeit default guest test
testtest test1234 user username login secret secretsecret hello hellohello whatever shadow michael jordan computer internet samsung google yahoo facebook
azukari azukariazukari sakura sakurasakura tokyo osaka kyoto nippon nihon japan fujisan himawari doraemon pokemon pikachu naruto onepiece arashi
konnichiwa arigatou arigato ohayou ohayougozaimasu sayonara yoroshiku onegaishimasu otsukaresama ganbare ganbatte aishiteru daisuki takahashi tanaka
suzuki satou sato yamada yamamoto watanabe nakamura kobayashi kato yoshida hanako tarou taro ichirou jiro kaisha gaisya joho jouhou security
jyouhou kanri kanrisha shiyakusho shiyakusyo yakuba yakusho zeimuka shichoson pasuwado pasuwaado himitsu naisho kojinjoho mynumber reiwa heisei showa
januaryfebruary spring summer autumn winter monday friday correcthorsebatterystaple correct horse battery staple thequickbrownfox
quickbrownfox loremipsum loremipsumdolor asdfghjkl asdfghjklqwerty zxcvbnm zxcvbnmasdfghjkl qazwsxedc qazwsxedcrfv poiuytrewq lkjhgfdsa mnbvcxz
パスワード ぱすわーど あいうえお あいうえおかきくけこ 暗証番号 合言葉 秘密 ひみつ
`.trim().split(/\s+/).map((word) => word.normalize('NFKC').toLowerCase()))

/** What an auditor asks (product §6; 監査ガイドライン), and where the evidence has the answer: registers by the names of their ledgers, documents by their forms. */
export interface Question { asks: string; article: string; ledgers: readonly string[]; forms: readonly string[]; besides?: readonly string[] }

export const questions: readonly Question[] = [
  { asks: 'だれが、いつから取り扱えるか。教育と誓約は最初の取扱いより前か。', article: '5、7、8、10、11(1)', ledgers: ['people', 'trainings', 'accounts'], forms: ['F-01', 'F-03', 'F-07', 'F-08', 'F-21'] },
  { asks: '何を受け取ったか。一つ一つに預り証があり、甲が収受したか。', article: '14', ledgers: ['documents', 'imported'], forms: ['F-25', 'C-01'] },
  { asks: '受け取った情報と複製は、今どこにあるか。', article: '11(8)、11(9)、16②', ledgers: ['items', 'copies', 'packages'], forms: ['F-19', 'F-20', 'F-33'] },
  { asks: '持出しは乙と甲の両方が承認したか。返却の期限を過ぎたものはないか。', article: '11(2)', ledgers: ['carry-outs'], forms: ['F-11', 'F-12', 'C-02'] },
  { asks: '送付は書留相当で、追跡番号、親展、到着の記録があるか。', article: '11(3)、11(4)', ledgers: ['mailings'], forms: ['F-13', 'F-14'] },
  { asks: '電子メールは添付で、暗号化され、鍵は別の経路で伝えられたか。', article: '11(7)', ledgers: ['mails'], forms: ['F-18'] },
  { asks: '媒体は管理簿、棚、製造番号が合うか。', article: '11(5)', ledgers: ['media', 'stock-takes'], forms: ['F-15', 'F-16'] },
  { asks: '機器は着手の前に点検され、ウイルス対策と更新がされ、漏えいのおそれのあるアプリがないか。', article: '11(10)', ledgers: ['device-checks', 'scans'], forms: ['F-22', 'F-23'] },
  { asks: '再委託は作業の前に承認され、監督されているか。', article: '9', ledgers: ['subcontracts'], forms: ['F-09', 'F-10', 'C-02'] },
  { asks: '消去・廃棄は、届出、実施、証明の順か。実施者と確認者は別人か。製造番号は合うか。', article: '15', ledgers: ['wipes'], forms: ['F-28', 'F-30', 'F-31'] },
  { asks: '記録は書き換えられていないか。', article: '17', ledgers: [], forms: [], besides: ['ledger/verification.txt', 'ledger/checkpoint.txt', 'ledger/proofs.ndjson'] },
  { asks: '市の監査・検査で何を求められ、何を示したか。指摘は期限までに是正され、別の人が確認したか。', article: '17', ledgers: [], forms: ['F-34'], besides: ['ledger/entries.ndjson'] },
  { asks: '契約は解除されたか。その後に新たな取扱いはないか。', article: '19', ledgers: [], forms: ['F-27'], besides: ['ledger/entries.ndjson'] },
  { asks: '事故はあったか。発見から第一報まで何分か。', article: '18', ledgers: [], forms: ['F-35'], besides: ['ledger/entries.ndjson'] },
]

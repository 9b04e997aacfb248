// The package brings types but does not export them. These are the few parts that we use.
declare module 'better-sqlite3-multiple-ciphers' {
  namespace Database {
    interface Statement<Parameters extends unknown[] = unknown[], Row = unknown> {
      run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint }
      get(...parameters: Parameters): Row | undefined
      all(...parameters: Parameters): Row[]
      iterate(...parameters: Parameters): IterableIterator<Row>
      /** Answers the first column alone. */
      pluck(): this
    }
    interface Transaction<Parameters extends unknown[], Result> {
      immediate(...parameters: Parameters): Result
      exclusive(...parameters: Parameters): Result
    }
    interface Database {
      readonly name: string
      readonly open: boolean
      readonly inTransaction: boolean
      prepare<Parameters extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Parameters, Row>
      transaction<Parameters extends unknown[], Result>(act: (...parameters: Parameters) => Result): Transaction<Parameters, Result>
      exec(sql: string): this
      key(key: Buffer): number
      pragma(source: string, options?: { simple?: boolean }): unknown
      /** The whole database as the bytes of a file. */
      serialize(): Buffer
      close(): this
    }
    interface SqliteError extends Error {
      readonly code: string
    }
  }
  const Database: {
    new (path: string | Buffer, options?: { fileMustExist?: boolean; timeout?: number; readonly?: boolean }): Database.Database
    SqliteError: new (message: string, code: string) => Database.SqliteError
  }
  export default Database
}

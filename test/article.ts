import { describe } from 'vitest'
import { articleNo, articles, type ArticleRef, sayArticle } from '../core/articles.ts'

/** Opens a chapter of the tests under the article it tests. */
export function article(ref: ArticleRef, tests: () => void): void {
  describe(`${sayArticle(ref)} ${articles[articleNo(ref)].title}`, tests)
}

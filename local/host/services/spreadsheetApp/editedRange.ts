/** The range an edit event carries: its extents, counted from 1, come with it and cost no call. */
import { Range } from './range';

export class EditedRange extends Range {
  override constants(): Record<string, unknown> {
    const { top, bottom, left, right } = this.box;
    return { rowStart: top + 1, rowEnd: bottom, columnStart: left + 1, columnEnd: right };
  }
}

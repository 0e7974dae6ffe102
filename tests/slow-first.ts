/** The order of test files: those that start processes first, as they take longest and mostly wait. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { PROCESS_TESTS } from './process-tests.ts';

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => PROCESS_TESTS.some((file) => moduleId.endsWith(file));
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

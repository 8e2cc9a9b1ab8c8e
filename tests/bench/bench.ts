/**
 * Prints how fast the simulator is. Times are the shortest of several and, in brackets, the median; ratios are of times taken
 * in turn in one process. Nothing here decides a test.
 */
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { preset } from '../../src/scenario/presets';
import { engineBench } from './engineBench';
import { pageBench } from './pageBench';
import { print } from './print';

const scenario = preset('baseline');
const { horizon } = scenario.world;
const size = `${horizon} weeks, ${scenario.thresholds.length} thresholds`;
const place = `Node ${process.version}, ${availableParallelism()} cores`;
print(`Engine: ${scenario.id}, ${size}; ${place}`, await engineBench(scenario));
print('\nPage: Chromium, from a slider’s input event to the painted frame, median', await pageBench());

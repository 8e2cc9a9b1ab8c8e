#!/usr/bin/env node
/** Entry of the command line. */
import process from 'node:process';
import { main } from './main';

process.exitCode = await main(process.argv.slice(2));

/** The workbench's page. */
import './base.css';
import { render } from 'preact';
import { Model } from './model';
import { App } from './shell/App';
import { Work } from './work';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
const grid = document.createElement('div');
grid.className = 'grid';
const model = new Model();
const work = new Work(model, grid);
render(<App model={model} work={work} grid={grid} />, root);
void work.start();

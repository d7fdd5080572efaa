const paper = { length: 50 };

export = paper;

"""The same task with scikit-learn: prints its numbers as one line of JSON. Arguments: train CSV, test CSV."""

import csv
import json
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], [row["category"] for row in rows]


train_texts, train_labels = read(sys.argv[1])
test_texts, test_labels = read(sys.argv[2])
started = time.perf_counter()
vectoriser = make_union(
    TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
    TfidfVectorizer(analyzer="char", ngram_range=(3, 5), sublinear_tf=True),
)
rows = vectoriser.fit_transform(train_texts)
vectorised = time.perf_counter()
model = LinearSVC().fit(rows, train_labels)
trained = time.perf_counter()
predicted_labels = model.predict(vectoriser.transform(test_texts))
predicted = time.perf_counter()
print(
    json.dumps(
        {
            "accuracy": accuracy_score(test_labels, predicted_labels),
            "macroF1": f1_score(test_labels, predicted_labels, average="macro"),
            "vectoriseSeconds": vectorised - started,
            "trainSeconds": trained - vectorised,
            "predictSeconds": predicted - trained,
        }
    )
)

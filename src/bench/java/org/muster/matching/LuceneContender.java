package org.muster.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.MMapDirectory;
import org.muster.consultants.Candidate;
import org.muster.consultants.LanguageLevel;
import org.muster.requests.Schedule;

/**
 * Apache Lucene at its best: one term for each skill at each whole level, so that its
 * MaxScore can leave out the levels that bring too little; one merged segment; filters as
 * points and terms; no more hits counted than are wanted. Of the score it knows the
 * skills only, which is less work than the engine has.
 */
final class LuceneContender implements Contender {

	private static final int LEVELS = 5;

	private final Path folder;

	private final IndexWriter writer;

	private final MMapDirectory directory;

	private IndexSearcher searcher;

	LuceneContender() throws IOException {
		this.folder = Files.createTempDirectory("muster-lucene");
		this.directory = new MMapDirectory(this.folder);
		this.writer = new IndexWriter(this.directory, new IndexWriterConfig().setRAMBufferSizeMB(256));
	}

	void add(Candidate person) throws IOException {
		Document document = new Document();
		Matchers.YARDSTICK.strengths()
			.of(person.skills())
			.forEach((skill, units) -> document
				.add(new StringField("skill", skill + "#" + units / Fractions.LEVEL, Field.Store.NO)));
		document.add(new IntPoint("rate", (int) Scoring.cents(inEuro(person))));
		document.add(new IntPoint("from", (int) person.availableFrom().toEpochDay()));
		person.languages()
			.forEach((language, level) -> Stream.of(LanguageLevel.values())
				.filter(level::reaches)
				.forEach((lower) -> document.add(new StringField("language", language + lower, Field.Store.NO))));
		this.writer.addDocument(document);
	}

	static java.math.BigDecimal inEuro(Candidate person) {
		return Matchers.YARDSTICK.exchange().convert(person.billRate(), person.currency(), "EUR");
	}

	void built() throws IOException {
		this.writer.forceMerge(1);
		this.writer.commit();
		this.searcher = new IndexSearcher(DirectoryReader.open(this.directory));
	}

	@Override
	public int top(Demand demand, int most) throws IOException {
		int[] points = Matchers.weights(demand).tenths();
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		demand.skills().forEach((asked) -> {
			float share = asked.isRequired() ? points[Part.REQUIRED.ordinal()] / (float) demand.required().size()
					: points[Part.NICE.ordinal()] / (float) demand.nice().size();
			for (int level = 1; level <= LEVELS; level++) {
				Query term = new ConstantScoreQuery(new TermQuery(new Term("skill", asked.skillId() + "#" + level)));
				query.add(new BoostQuery(term, share * Math.min(1f, level / (float) asked.level())),
						BooleanClause.Occur.SHOULD);
			}
		});
		Schedule schedule = demand.schedule();
		query.add(IntPoint.newRangeQuery("rate", 0, (int) Scoring.cents(demand.cap())), BooleanClause.Occur.FILTER);
		query.add(IntPoint.newRangeQuery("from", Integer.MIN_VALUE, (int) schedule.latestStart().toEpochDay()),
				BooleanClause.Occur.FILTER);
		for (Map.Entry<String, LanguageLevel> one : demand.languages().entrySet()) {
			query.add(new TermQuery(new Term("language", one.getKey() + one.getValue())), BooleanClause.Occur.FILTER);
		}
		return this.searcher.search(query.build(), new TopScoreDocCollectorManager(most, null, most)).scoreDocs.length;
	}

	@Override
	public void close() throws IOException {
		this.writer.close();
		this.directory.close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
	}

}

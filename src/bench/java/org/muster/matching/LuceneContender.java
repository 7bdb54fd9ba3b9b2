package org.muster.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.muster.calendar.Workdays;
import org.muster.consultants.Candidate;
import org.muster.money.ExchangeRates;
import org.muster.requests.Schedule;
import org.muster.vocabulary.LanguageLevel;

/**
 * Apache Lucene at its best: a term for each skill with the strength as its frequency, so
 * that its impacts tell for each block how much it can bring at the most, and MaxScore
 * leaves out what cannot reach the best; one merged segment; filters as points or
 * document values, whichever it thinks quicker, and terms; no more hits counted than are
 * wanted. Of the score it knows the skills only, which is less work than the engine has.
 */
final class LuceneContender implements Contender {

	/** A boost is a level asked, times this, and the points of the skill. */
	private static final int LEVEL = 1024;

	private static final FieldType STRENGTHS = new FieldType();

	static {
		STRENGTHS.setTokenized(true);
		STRENGTHS.setOmitNorms(true);
		STRENGTHS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		STRENGTHS.freeze();
	}

	private final Path folder;

	private final IndexWriter writer;

	private final MMapDirectory directory;

	private IndexSearcher searcher;

	LuceneContender() throws IOException {
		this.folder = Files.createTempDirectory("muster-lucene");
		this.directory = new MMapDirectory(this.folder);
		this.writer = new IndexWriter(this.directory, new IndexWriterConfig().setRAMBufferSizeMB(256).setSimilarity(new Levels()));
	}

	void add(Candidate person) throws IOException {
		Document document = new Document();
		document.add(new Field("skill", new Strength(Matchers.CONTEXT.strengths().of(person.skills())), STRENGTHS));
		document.add(new IntField("rate", units(person), Field.Store.NO));
		document.add(new IntField("from", (int) person.availableFrom().toEpochDay(), Field.Store.NO));
		person.languages()
			.forEach((language, level) -> Stream.of(LanguageLevel.values())
				.filter(level::reaches)
				.forEach((lower) -> document.add(new StringField("language", language + lower, Field.Store.NO))));
		this.writer.addDocument(document);
	}

	/** What a day costs, in units; 0 without a rate of exchange, since that excludes nobody. */
	static int units(Candidate person) {
		ExchangeRates exchange = Matchers.CONTEXT.exchange();
		return exchange.canConvert(person.currency(), "EUR")
				? (int) Rates.units(exchange.convert(person.billRate(), person.currency(), "EUR")) : 0;
	}

	void built() throws IOException {
		this.writer.forceMerge(1);
		this.writer.commit();
		this.searcher = new IndexSearcher(DirectoryReader.open(this.directory));
		this.searcher.setSimilarity(new Levels());
	}

	@Override
	public int top(Demand demand, int most) throws IOException {
		int[] points = Matchers.weights(demand).tenths();
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		demand.skills().forEach((asked) -> {
			float share = asked.isRequired() ? points[Part.REQUIRED.ordinal()] / (float) demand.required().size()
					: points[Part.NICE.ordinal()] / (float) demand.nice().size();
			Query term = new TermQuery(new Term("skill", String.valueOf(asked.skillId())));
			query.add(new BoostQuery(term, asked.level() * LEVEL + share), BooleanClause.Occur.SHOULD);
		});
		Schedule schedule = demand.schedule();
		query.add(IntField.newRangeQuery("rate", 0, (int) Rates.units(demand.cap())), BooleanClause.Occur.FILTER);
		query.add(IntField.newRangeQuery("from", Integer.MIN_VALUE, (int) schedule.lastInTime(Workdays.ofWeek(null)).toEpochDay()),
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

	/** One token for each skill. */
	private static final class Strength extends TokenStream {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);

		private final Iterator<Map.Entry<Long, Integer>> strengths;

		Strength(Map<Long, Integer> strengths) {
			this.strengths = strengths.entrySet().iterator();
		}

		@Override
		public boolean incrementToken() {
			if (!this.strengths.hasNext()) {
				return false;
			}
			clearAttributes();
			Map.Entry<Long, Integer> next = this.strengths.next();
			this.term.append(String.valueOf(next.getKey()));
			this.frequency.setTermFrequency(next.getValue());
			return true;
		}

	}

	/** The points of a skill, by its strength against the level asked. */
	private static final class Levels extends Similarity {

		@Override
		public long computeNorm(FieldInvertState state) {
			return 1;
		}

		@Override
		public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
			int level = (int) (boost / LEVEL);
			float share = boost - level * LEVEL;
			return new SimScorer() {
				@Override
				public float score(float frequency, long norm) {
					return share * ScoreScale.skill((int) frequency, level) / ScoreScale.FULL;
				}
			};
		}

	}

}

package org.muster.skills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.core.io.ClassPathResource;

/** How long it takes to read the skills of 10 KB of job ads and CVs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SkillReadingBenchmark {

	private static final int LENGTH = 10 * 1024;

	private SkillReader reader;

	private String text;

	/** The labelled texts of the tests without their labels, over and over. */
	@Setup
	public void prepare() throws IOException {
		List<Skill> skills = TaxonomyFile.read().stream().map(TaxonomyFile.Line::skill).toList();
		this.reader = new SkillReader(() -> skills);
		String texts = new ClassPathResource("readings.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.replaceAll("\\[\\[([^]|]+)(?:\\|[^]]+)?]]", "$1").replace("\\n", "\n"))
			.reduce("", (one, other) -> one + "\n\n" + other);
		this.text = texts.repeat(1 + LENGTH / texts.length()).substring(0, LENGTH);
	}

	@Benchmark
	public List<SkillMention> tenKilobytes() {
		return this.reader.read(this.text);
	}

}

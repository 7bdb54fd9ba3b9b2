package org.muster.calendar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The first who ask for public holidays after a start, many at once. */
class FirstHolidaysTest {

	/** In a process of its own, where nobody has asked yet. */
	public static void main(String[] args) throws Exception {
		List<String> countries = List.of("PT", "DE", "FR", "ES", "IT", "NL", "BE", "AT", "CH", "PL", "CZ", "DK", "SE",
				"NO", "FI", "GB");
		LibraryCalendars library = new LibraryCalendars();
		CyclicBarrier together = new CyclicBarrier(countries.size());
		ExecutorService threads = Executors.newFixedThreadPool(countries.size());
		List<Future<?>> asked = new ArrayList<>();
		for (String country : countries) {
			Callable<Object> ask = () -> {
				together.await();
				return library.during(2027, country, null);
			};
			asked.add(threads.submit(ask));
		}
		try {
			for (Future<?> one : asked) {
				one.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void allGetThem() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), FirstHolidaysTest.class.getName())
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(said).isZero();
	}

}

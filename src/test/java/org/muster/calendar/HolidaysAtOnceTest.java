package org.muster.calendar;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The first requests after a start come at once, and all of them get an answer. */
class HolidaysAtOnceTest {

	private static final List<String> COUNTRIES = List.of("PT", "DE", "ES", "FR", "GB", "US", "NL", "IT");

	@Test
	void theFirstWhoAskForTheHolidaysOfDifferentCountriesAtOnceAllGetThem() throws Exception {
		for (int start = 0; start < 5; start++) {
			try (URLClassLoader fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
				assertThat(askAtOnce(fresh)).doesNotContain(0).hasSize(COUNTRIES.size());
			}
		}
	}

	/** Nothing has been loaded there yet, as after a start. */
	private static List<Integer> askAtOnce(ClassLoader fresh) throws Exception {
		Class<?> calendars = Class.forName("org.muster.calendar.LibraryCalendars", true, fresh);
		var constructor = calendars.getDeclaredConstructor();
		constructor.setAccessible(true);
		Object library = constructor.newInstance();
		Method regions = calendars.getDeclaredMethod("during", int.class, String.class, String.class);
		regions.setAccessible(true);
		ExecutorService people = Executors.newFixedThreadPool(COUNTRIES.size());
		try {
			CountDownLatch open = new CountDownLatch(COUNTRIES.size());
			List<Future<Integer>> asked = COUNTRIES.stream().map((country) -> people.submit(() -> {
				Thread.currentThread().setContextClassLoader(fresh);
				open.countDown();
				open.await();
				return ((java.util.Map<?, ?>) regions.invoke(library, 2027, country, null)).size();
			})).toList();
			List<Integer> days = new java.util.ArrayList<>();
			for (Future<Integer> one : asked) {
				days.add(one.get(1, TimeUnit.MINUTES));
			}
			return days;
		}
		finally {
			people.shutdownNow();
		}
	}

	private static URL[] classPath() {
		return Stream.of(System.getProperty("java.class.path"), System.getProperty("surefire.test.class.path", ""))
			.flatMap((path) -> Arrays.stream(path.split(File.pathSeparator)))
			.filter((part) -> !part.isEmpty())
			.map(HolidaysAtOnceTest::url)
			.toArray(URL[]::new);
	}

	private static URL url(String part) {
		try {
			return Path.of(part).toUri().toURL();
		}
		catch (java.net.MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}

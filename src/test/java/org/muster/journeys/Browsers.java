package org.muster.journeys;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Finds a browser: {@code CHROME_BIN}, a Chromium or Chrome with its driver on the
 * machine, then whatever Selenium Manager can fetch. On a Debian-like machine where the
 * build runs as root and none is found, Debian's own are installed first.
 */
final class Browsers {

	private static final String NONE = "The browser tests need Chromium or Chrome with its driver: install the packages"
			+ " chromium and chromium-driver, set CHROME_BIN, or leave them out with -DskipBrowserTests.";

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

	/** By whether they run scripts. */
	private static final Map<Boolean, Queue<ChromeDriver>> LEFT = Map.of(true, new ConcurrentLinkedQueue<>(), false,
			new ConcurrentLinkedQueue<>());

	private static boolean installed;

	private Browsers() {
	}

	/** One that somebody has left, or a new one: starting one takes seconds. */
	static ChromeDriver open(boolean scripts) {
		ChromeDriver left = LEFT.get(scripts).poll();
		return (left != null) ? left : start(scripts);
	}

	/** Leaves a browser to the next person, without a trace of this one. */
	static void leave(ChromeDriver browser, boolean scripts) {
		try {
			browser.get("about:blank");
			browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
			LEFT.get(scripts).add(browser);
		}
		catch (WebDriverException ex) {
			browser.quit();
		}
	}

	private static ChromeDriver start(boolean scripts) {
		ChromeOptions options = new ChromeOptions();
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-quic", "--lang=en-GB");
		if (!scripts) {
			options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
		}
		Optional<Path> browser = browser();
		if (browser.isEmpty() && mayInstall()) {
			install();
			browser = browser();
		}
		browser.ifPresent((path) -> options.setBinary(path.toString()));
		ChromeDriverService.Builder service = new ChromeDriverService.Builder();
		onPath("chromedriver").ifPresent((driver) -> service.usingDriverExecutable(driver.toFile()));
		try {
			ChromeDriver started = new ChromeDriver(service.build(), options);
			Runtime.getRuntime().addShutdownHook(new Thread(started::quit));
			return started;
		}
		catch (WebDriverException ex) {
			throw new IllegalStateException(NONE, ex);
		}
	}

	private static Optional<Path> browser() {
		@Nullable String given = System.getenv("CHROME_BIN");
		if (given != null && !given.isBlank()) {
			return Optional.of(Path.of(given));
		}
		return NAMES.stream().flatMap((name) -> onPath(name).stream()).findFirst();
	}

	private static Optional<Path> onPath(String name) {
		@Nullable String path = System.getenv("PATH");
		return Arrays.stream(((path != null) ? path : "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static boolean mayInstall() {
		return !installed && "root".equals(System.getProperty("user.name")) && onPath("apt-get").isPresent();
	}

	private static void install() {
		installed = true;
		System.err.println("\n*** No browser is found: installing Debian's chromium and chromium-driver. ***\n");
		run("apt-get", "update", "-qq");
		run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver");
	}

	private static void run(String... command) {
		try {
			ProcessBuilder process = new ProcessBuilder(command).inheritIO();
			process.environment().put("DEBIAN_FRONTEND", "noninteractive");
			process.start().waitFor();
		}
		catch (IOException ex) {
			throw new IllegalStateException(NONE, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** As the demo has it, whose consultancy is in Portugal, wherever the tests run. */
	static LocalDate today() {
		return LocalDate.now(ZoneId.of("Europe/Lisbon"));
	}

}

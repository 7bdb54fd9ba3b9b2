package org.muster.journeys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody at a browser, who finds things by what is written on them. */
final class Person implements AutoCloseable {

	/** Each kind of page is looked at by axe once: it takes a second or two. */
	private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

	private static final Duration POLLING = Duration.ofMillis(40);

	private final ChromeDriver browser;

	private final String address;

	private final boolean scripts;

	Person(String address, int width, boolean scripts) {
		this.browser = Browsers.open(scripts);
		this.browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
		this.browser.manage().window().setSize(new Dimension(Math.max(width, 500), 900));
		if (width < 500) {
			// Chromium's window is never narrower than 500 px; the page is.
			this.browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					java.util.Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
		}
		this.address = address;
		this.scripts = scripts;
	}

	Person signIn(String username) {
		open("/login");
		type("E-mail", username);
		type("Password", "muster-demo");
		press("Sign in");
		assertThat(path()).isNotEqualTo("/login");
		return this;
	}

	Person open(String path) {
		this.browser.get(this.address + path);
		return check();
	}

	String path() {
		return this.browser.getCurrentUrl().substring(this.address.length()).replaceAll("\\?.*", "");
	}

	Person type(String label, String text) {
		return typeInto(field(label), text);
	}

	Person typeInto(WebElement field, String text) {
		show(field);
		if ("date".equals(field.getAttribute("type"))) {
			// Typed in the order that the browser's language has: day or month first.
			String[] parts = text.split("-");
			field.sendKeys(parts[2] + parts[1] + parts[0]);
			if (!text.equals(field.getAttribute("value"))) {
				field.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
				field.sendKeys(parts[1] + parts[2] + parts[0]);
			}
			assertThat(field.getAttribute("value")).isEqualTo(text);
		}
		else {
			field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
			if (text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
				// Some drivers have no keys for emoji.
				this.browser.executeCdpCommand("Input.insertText", Map.of("text", text));
			}
			else {
				field.sendKeys(text);
			}
		}
		return this;
	}

	Person tick(String label) {
		WebElement box = this.browser
			.findElement(By.xpath("//label[contains(., \"" + label + "\")]//input[@type='checkbox']"));
		act(box, Keys.SPACE);
		return this;
	}

	Person choose(String label, String option) {
		new Select(field(label)).selectByVisibleText(option);
		return this;
	}

	private WebElement field(String label) {
		try {
			String id = this.browser
				.findElement(By.xpath("//label[starts-with(normalize-space(), \"" + label + "\")][@for]"))
				.getAttribute("for");
			return this.browser.findElement(By.id(id));
		}
		catch (NoSuchElementException ex) {
			return this.browser.findElement(By.cssSelector("[aria-label=\"" + label + "\"]"));
		}
	}

	/** Presses a button and waits for the page that comes of it. */
	Person press(String name) {
		return go(this.browser.findElement(By.xpath("//button[contains(normalize-space(), \"" + name
				+ "\")] | //button[contains(@aria-label, \"" + name + "\")]")));
	}

	/** Opens what a button that asks again hides. */
	Person ask(String name) {
		WebElement summary = this.browser
			.findElement(By.xpath("//summary[contains(normalize-space(), \"" + name + "\")]"));
		if (summary.findElement(By.xpath("..")).getAttribute("open") == null) {
			act(summary, Keys.ENTER);
		}
		return this;
	}

	Person follow(String text) {
		return go(this.browser.findElement(By.xpath("//main//a[contains(normalize-space(), \"" + text + "\")]")));
	}

	/** Presses what has no name of its own. */
	Person go(String css) {
		return go(find(css));
	}

	private Person go(WebElement element) {
		act(element, Keys.ENTER);
		new WebDriverWait(this.browser, Duration.ofSeconds(20), POLLING).until((ready) -> {
			try {
				element.isEnabled();
				return false;
			}
			catch (StaleElementReferenceException | NoSuchElementException ex) {
				return true;
			}
			catch (WebDriverException ex) {
				// What Chromium answers in the very moment of leaving a page.
				return isGone(ex);
			}
		});
		return check();
	}

	private static boolean isGone(WebDriverException exception) {
		String message = exception.getMessage();
		if (message != null && message.contains("does not belong to the document")) {
			return true;
		}
		throw exception;
	}

	/** By mouse; without scripts by the keyboard, which has to do as well. */
	private void act(WebElement element, Keys key) {
		if (this.scripts) {
			show(element);
			element.click();
		}
		else {
			element.sendKeys(key);
		}
	}

	private void show(WebElement element) {
		if (this.scripts) {
			((JavascriptExecutor) this.browser).executeScript("arguments[0].scrollIntoView({block: 'center'})",
					element);
		}
	}

	String session() {
		return java.util.Objects.requireNonNull(this.browser.manage().getCookieNamed("JSESSIONID")).getValue();
	}

	/** The hosts of everything that the page has loaded. */
	List<String> hostsAsked() {
		Object hosts = this.browser
			.executeScript("return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).host)");
		return ((List<?>) java.util.Objects.requireNonNull(hosts)).stream().map(String::valueOf).toList();
	}

	/** Waits for what a script brings. */
	Person await(String css) {
		new WebDriverWait(this.browser, Duration.ofSeconds(20), POLLING).until((ready) -> !all(css).isEmpty());
		return check();
	}

	/** Chooses a file of the machine. */
	Person upload(String css, java.nio.file.Path file) {
		find(css).sendKeys(file.toAbsolutePath().toString());
		return this;
	}

	/** With the mouse, from one thing to another. */
	Person drag(String from, String to) {
		show(find(from));
		new Actions(this.browser).clickAndHold(find(from)).moveToElement(find(to)).release().perform();
		return this;
	}

	ChromeDriver browser() {
		return this.browser;
	}

	@Nullable Object script(String script) {
		return this.browser.executeScript(script);
	}

	WebElement find(String css) {
		return this.browser.findElement(By.cssSelector(css));
	}

	List<WebElement> all(String css) {
		return this.browser.findElements(By.cssSelector(css));
	}

	Person see(String... texts) {
		assertThat(this.browser.findElement(By.tagName("body")).getText()).contains(texts);
		return this;
	}

	Person doNotSee(String... texts) {
		assertThat(this.browser.getPageSource()).doesNotContain(texts);
		return this;
	}

	/**
	 * A page as far as axe is concerned: its address without names, its width, its title,
	 * and whether something is to be mended.
	 */
	private String kind() {
		boolean wrong = !all("[data-error-summary]").isEmpty();
		Object width = this.browser.executeScript("return window.innerWidth");
		return path().replaceAll("[A-Z]-[\\dT-]+", "-") + " " + width + " " + wrong + " " + this.browser.getTitle();
	}

	/**
	 * Every page has nothing for axe to find, is no wider than the window, and leaves the
	 * console silent.
	 */
	private Person check() {
		if (!this.scripts) {
			return this;
		}
		new WebDriverWait(this.browser, Duration.ofSeconds(10), POLLING)
			.until((ready) -> "complete".equals(this.browser.executeScript("return document.readyState")));
		// A page that asks again by itself may be another one while it is looked at.
		new WebDriverWait(this.browser, Duration.ofSeconds(60), POLLING)
			.until((settled) -> all("[hx-trigger^='every']").isEmpty());
		// A status that is meant, such as 404 or 422, is logged by the browser as well.
		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll()).as(this.browser.getCurrentUrl())
			.filteredOn((line) -> !line.getMessage().contains("the server responded with a status of 4"))
			.isEmpty();
		assertThat((Boolean) this.browser
			.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
			.as("wider than the window: " + path())
			.isTrue();
		if (!CHECKED.add(kind())) {
			return this;
		}
		List<Rule> violations = violations();
		assertThat(violations).as(this.browser.getCurrentUrl())
			.extracting((rule) -> rule.getId() + " "
					+ rule.getNodes().stream().map((node) -> node.getHtml()).limit(3).toList())
			.isEmpty();
		// What axe itself leaves in the console is not the page's.
		this.browser.manage().logs().get(LogType.BROWSER);
		return this;
	}

	/**
	 * Within the page: axe's other way opens a window for each, and takes twice as long.
	 */
	@SuppressWarnings("deprecation")
	private List<Rule> violations() {
		return new AxeBuilder().setLegacyMode(true).analyze(this.browser).getViolations();
	}

	@Override
	public void close() {
		Browsers.leave(this.browser, this.scripts);
	}

}

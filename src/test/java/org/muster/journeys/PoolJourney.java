package org.muster.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.uploads.Documents;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The account manager's day with the pool, and the administrator's with the taxonomy. */
@Journey
class PoolJourney {

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private Person person(int width, String username) {
		return new Person("http://localhost:" + this.port, width, true).signIn(username);
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void anAccountManagerFindsPeopleAsTheyType(int width) {
		try (Person manager = person(width, "manager@muster.example")) {
			manager.open("/consultants");
			int everybody = manager.all("[data-consultant]").size();
			String example = manager.find("#q-about").getText().replaceFirst("^Such as: ", "");
			manager.typeInto(manager.find("#q"), example).await("[data-chip=country]");
			assertThat(manager.all("[data-consultant]")).isNotEmpty().hasSizeLessThan(everybody);
			manager.open("/consultants");
			manager.typeInto(manager.find("#q"), "java < 700 eur from january portugal").await("[data-chip=country]");
			assertThat(manager.all("[data-chip]")).hasSize(4);
			assertThat(manager.all("[data-consultant]")).hasSizeLessThan(everybody);
			manager.see("Portugal", "up to 700");
			manager.follow("Portugal");
			assertThat(manager.all("[data-chip]")).hasSize(3);
			manager.follow("Senior").see("Senior");
			assertThat(manager.all("[data-chip=seniority]")).hasSize(1);
			manager.ask("Saved searches").type("Name for this search", "Java " + width).press("Save this search");
			manager.see("Java " + width);
			manager.all("input[name=c]").stream().limit(2).forEach((box) -> box.click());
			manager.press("Compare the ticked").see("Side by side");
			assertThat(manager.all("th[data-consultant]")).hasSize(2);
		}
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void anAccountManagerMakesAProfileOfACv(int width) throws Exception {
		Path cv = Files.write(this.folder.resolve("cv.pdf"), Documents.pdf("""
				Grace Hopper
				Senior DevOps engineer
				grace-%d@example.org | Porto, Portugal

				Experience
				DevOps engineer, Compilers
				2016 - 2023
				Kubernetes and Terraform on AWS

				Certifications
				CKA, May 2022
				Diploma of patience

				Languages
				English (native)""".formatted(width)));
		Path broken = Files.writeString(this.folder.resolve("broken.pdf"), "%PDF-1.7 and no more");
		try (Person manager = person(width, "manager@muster.example")) {
			manager.open("/consultants").follow("CVs").upload("#file", broken).press("Upload");
			manager.await("[data-draft-status=FAILED]")
				.see("This document is damaged, or takes too long to read.")
				.press("Discard");
			manager.upload("#file", cv).press("Upload").await("dl.passages").see("Where it was read", "2016–2023");
			assertThat(manager.find("#name").getAttribute("value")).isEqualTo("Grace Hopper");
			assertThat(manager.find("#city").getAttribute("value")).isEqualTo("Porto");
			manager.press("Add to the pool").see("Please fill this in.", "Please choose one of the list.");
			manager.choose("Employment", "Contractor")
				.tick("Remote")
				.type("Available from", Browsers.today().plusDays(30).toString());
			manager.type("Pay rate a day", "310").type("Day rate for clients", "470").press("Add to the pool");
			manager.see("Grace Hopper", "Senior DevOps engineer", "Terraform", "grace-" + width + "@example.org");
			manager.see("Compilers", "Kubernetes and Terraform on AWS", "Cloud Native Computing Foundation");
			manager.doNotSee("Diploma of patience");
		}
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void anAccountManagerKeepsAProfile(int width) throws Exception {
		Path photo = this.folder.resolve("me.png");
		ImageIO.write(new java.awt.image.BufferedImage(300, 200, java.awt.image.BufferedImage.TYPE_INT_RGB), "png",
				photo.toFile());
		try (Person manager = person(width, "manager@muster.example")) {
			manager.open("/consultants?q=designer").follow(manager.find("[data-consultant] a").getText());
			String profile = manager.path();
			manager.follow("Add a project").press("Save").see("Please fill this in.");
			manager.type("Title", "A portal for farmers").type("From", "2024-02-01");
			manager.type("What the person did", "Drew all of it.").type("Skills used", "Figma, Jawa").press("Save");
			manager.see("We know no skill of this name: Jawa");
			manager.type("Skills used", "Figma").press("Save").see("A portal for farmers");
			manager.follow("Add a certification").type("Name", "Accessibility specialist");
			manager.type("Issued by", "IAAP").press("Save").see("Accessibility specialist");
			manager.type("New note", "Likes short weeks").press("Save note").see("Likes short weeks");
			manager.upload("#photo", photo).press("Save photo");
			assertThat(manager.find("img.photo").getAttribute("src")).endsWith("/photo");
			manager.follow("Edit profile").type("Pay rate a day", "333").type("Day rate for clients", "555");
			manager.type("Rates apply from", Browsers.today().plusDays(30).toString()).press("Save");
			manager.see("Pay 333").doNotSee("Pay 333 EUR, bill 1");
			assertThat(manager.path()).isEqualTo(profile);
		}
	}

	@Test
	void availabilityIsEnteredByDraggingOverTheDays() {
		LocalDate monday = Browsers.today().plusWeeks(5).with(DayOfWeek.MONDAY);
		try (Person manager = person(1440, "manager@muster.example")) {
			manager.open("/consultants?q=mobile").follow(manager.find("[data-consultant] a").getText());
			manager.follow("Availability");
			manager.drag("td[data-date='" + monday.plusDays(3) + "']", "td[data-date='" + monday.plusDays(1) + "']");
			assertThat(manager.all("td.is-chosen")).hasSize(3);
			assertThat(manager.find("#from").getAttribute("value")).isEqualTo(monday.plusDays(1).toString());
			assertThat(manager.find("#to").getAttribute("value")).isEqualTo(monday.plusDays(3).toString());
			manager.choose("What it is", "Leave").press("Save").see("Leave");
			assertThat(manager.find("td[data-date='" + monday.plusDays(2) + "'] i").getAttribute("class"))
				.contains("is-LEAVE");
		}
	}

	@Test
	void availabilityIsEnteredByFormAndCalendarAndShownByTheWeek() throws Exception {
		LocalDate monday = Browsers.today().plusWeeks(3).with(DayOfWeek.MONDAY);
		Path calendar = Files.writeString(this.folder.resolve("leave.ics"), """
				BEGIN:VCALENDAR
				VERSION:2.0
				PRODID:-//A//A//EN
				BEGIN:VEVENT
				UID:1@a.example
				DTSTAMP:20260101T000000Z
				DTSTART;VALUE=DATE:%s
				END:VEVENT
				END:VCALENDAR
				""".formatted(monday.plusWeeks(1).toString().replace("-", "")));
		try (Person manager = person(375, "manager@muster.example")) {
			manager.open("/consultants?q=platform").follow(manager.find("[data-consultant] a").getText());
			manager.follow("Availability").choose("What it is", "Held for a client");
			manager.type("From", monday.toString()).type("To", monday.plusDays(4).toString()).choose("Tue", "half");
			manager.press("Save").see("Held for a client", "4.5 days a week");
			assertThat(manager.find("td[data-date='" + monday + "'] i").getAttribute("class")).contains("is-HELD");
			manager.upload("#file", calendar).press("Read in").see("One absence was entered");
			manager.upload("#file", calendar).press("Read in").see("Nothing new was entered; 1 were here already.");
		}
	}

	@Test
	void aTableWithBadRowsGoesInWithoutThem() throws Exception {
		Path table = Files.writeString(this.folder.resolve("people.csv"), """
				Name;E-mail;Title;Country;Day rate;Cost;Skills
				Nadia Aalto;nadia@import.example;Quality engineer;Finland;420;300;Selenium:4, Zorbium
				Otto Beck;not an address;Designer;Germany;420;300;
				""");
		try (Person manager = person(375, "manager@muster.example")) {
			manager.open("/consultants").follow("Imports").upload("#file", table).press("Upload");
			manager.see("What the columns are", "Nadia Aalto")
				.choose("Seniority", "Mid-level")
				.choose("Employment", "Employee")
				.choose("Work mode", "Remote")
				.press("Start import")
				.see("is no e-mail address")
				.press("Start, leaving out one row");
			manager.await("[data-import-status=DONE]").see("is no e-mail address", "is no skill that we know");
			assertThat(manager.find("[data-added]").getText()).isEqualTo("1");
			assertThat(manager.find("[data-refused]").getText()).isEqualTo("1");
			manager.open("/consultants?q=selenium+finland").see("Nadia Aalto");
		}
	}

	@Test
	void anAdministratorErasesAPerson() {
		try (Person admin = person(1440, "admin@muster.example")) {
			admin.open("/consultants?q=junior+from:" + Browsers.today().plusDays(1));
			admin.follow(admin.find("[data-consultant] a").getText());
			String profile = admin.path();
			String reference = profile.substring(profile.lastIndexOf('/') + 1);
			admin.follow("Erase this person").press("Erase for good").see("so that nobody is erased by a slip");
			admin.type("Type " + reference, reference).press("Erase for good").see(reference + " has been erased.");
			admin.open(profile).see("There is nothing here");
		}
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void anAdministratorEditsTheTaxonomy(int width) {
		String name = "Zorblang" + width;
		try (Person admin = person(width, "admin@muster.example")) {
			admin.open("/admin/skills").follow("New skill");
			admin.type("Name", "postgres").press("Save").see("“postgres” belongs to PostgreSQL already.");
			admin.type("Name", name).choose("Kind", "Language").press("Save").see(name, "Language");
			admin.follow(name).type("Other ways to write it", "zorb" + width).press("Save").see("zorb" + width);
			admin.follow(name).type("The skill that stays", "Jawa").press("Merge").see("Please name another skill");
			admin.type("The skill that stays", "Kotlin")
				.press("Merge")
				.see(name + " is now another way to write Kotlin");
			admin.follow("Words without a skill").see("Words without a skill");
		}
	}

}

package org.muster.forms;

import java.text.Normalizer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTextTest {

	@ParameterizedTest
	@CsvSource({ "Jörg Müßig,mussig", "Jörg Müßig,MÜSSIG", "Jörg Müßig,muessig", "Jörg Müßig,joerg mueßig",
			"Joerg Muessig,müßig", "Łukasz Żółć,lukasz", "Łukasz Żółć,ZOLC", "Søren Ærø,soren", "Søren Ærø,aero",
			"Søren Ærø,SOEREN", "İpek Yılmaz,IPEK yilmaz", "Ayşe Işık,isik", "Ayşe IŞIK,ışık", "Sean O’Neil,o'neil",
			"Sean O'Neil,O’NEIL", "Sean O’Neil,oneil", "Sean O’Neil,neil", "Œuvre,oeuvre", "OEUVRE,œuvre",
			"Đặng Văn,dang van", "Größe,GROSSE", "Größe,groesse", "GRÖẞE,größe", "Überaus,uberaus", "Århus,aarhus",
			"Århus,arhus", "Ana‑Maria,ana-maria", "Ana-Maria,ana maria", "Þór,thor", "ﬁnance,FINANCE",
			"Renée François,renee francois", "Ελληνικός,ΕΛΛΗΝΙΚΟΣ" })
	void namesAreFoundHoweverTheyAreTyped(String name, String typed) {
		assertThat(SearchText.contains(name, typed)).isTrue();
		assertThat(SearchText.contains(Normalizer.normalize(name, Normalizer.Form.NFD), typed)).isTrue();
		assertThat(SearchText.contains(name, Normalizer.normalize(typed, Normalizer.Form.NFD))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Nora,noe", "Muller,mueller", "Anna,%", "Anna,_" })
	void othersAreNot(String name, String typed) {
		assertThat(SearchText.contains(name, typed)).isFalse();
	}

	@Test
	void signsOfDatabasesAreTakenLiterally() {
		assertThat(SearchText.sought("50%_!\\").plain()).isEqualTo("%50!%!_!!\\%");
		assertThat(SearchText.sought(" ").typed()).isFalse();
		assertThat(SearchText.sought("'").plain()).isEqualTo("%'%");
	}

	@Test
	void onlyWhatCanBePartOfAReferenceIsLookedForInReferences() {
		for (String typed : List.of("P-2026-1234", "p-", "2026", "2026-12", "t12")) {
			assertThat(SearchText.sought(typed).referring()).as(typed).isTrue();
		}
		for (String typed : List.of("parcel", "p", "müller 2026", "100%", "")) {
			assertThat(SearchText.sought(typed).referring()).as(typed).isFalse();
		}
		assertThat(SearchText.sought("müller").twofold()).isTrue();
		assertThat(SearchText.sought("miller").twofold()).isFalse();
	}

}

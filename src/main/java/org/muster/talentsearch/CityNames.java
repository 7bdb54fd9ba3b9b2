package org.muster.talentsearch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.muster.forms.SearchText;

/** Cities that are called otherwise in other languages are one city each. */
final class CityNames {

	private static final List<String> SAME = List.of("munchen,munich,monaco di baviera", "koln,cologne,colonia",
			"nurnberg,nuremberg", "hannover,hanover", "frankfurt am main,frankfurt", "wien,vienna,vienne,viena",
			"zurich,zurigo", "geneve,geneva,genf,ginevra", "basel,bale,basle", "bern,berne", "luzern,lucerne",
			"lisboa,lisbon,lisbonne,lissabon", "porto,oporto", "praha,prague,prag,praga", "warszawa,warsaw,warschau",
			"krakow,cracow,krakau", "wroclaw,breslau", "gdansk,danzig", "roma,rome,rom", "milano,milan,mailand",
			"torino,turin", "napoli,naples,neapel", "venezia,venice,venedig", "firenze,florence,florenz",
			"genova,genoa,genua", "kobenhavn,copenhagen,kopenhagen", "goteborg,gothenburg",
			"bruxelles,brussels,brussel,brussel", "antwerpen,antwerp,anvers", "gent,ghent,gand",
			"den haag,the hague,s gravenhage", "sevilla,seville", "zaragoza,saragossa", "athina,athens,athen",
			"bucuresti,bucharest,bukarest", "beograd,belgrade,belgrad", "kyiv,kiev,kiew", "lviv,lvov,lemberg",
			"helsinki,helsingfors", "turku,abo", "ljubljana,laibach", "zagreb,agram", "sofia,sofiya",
			"istanbul,constantinople", "moskva,moscow,moskau", "strasbourg,strassburg", "marseille,marseilles",
			"lyon,lyons", "nice,nizza", "bratislava,pressburg", "brno,brunn", "luxembourg,luxemburg");

	private static final Map<String, String> KEYS = new HashMap<>();

	static {
		SAME.forEach((names) -> {
			String[] all = names.split(",");
			Arrays.stream(all).forEach((name) -> KEYS.put(name, all[0]));
		});
	}

	private CityNames() {
	}

	/** The same for the same city. */
	static String key(String city) {
		String folded = SearchText.fold(city);
		return KEYS.getOrDefault(folded, folded);
	}

	/** All that a city may be called, folded. */
	static Set<String> names(String city) {
		Set<String> names = new LinkedHashSet<>(SearchText.forms(city));
		String key = key(city);
		KEYS.forEach((name, of) -> {
			if (of.equals(key)) {
				names.add(name);
			}
		});
		return names;
	}

}

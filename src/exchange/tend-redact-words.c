/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that are no names, and names that are words. */

#include "tend-redact-private.h"

#include <string.h>

/* (transfer full): in small letters, without its full stop. */
static char *
fold (const char *word)
{
  char *folded = g_utf8_casefold (word, -1);

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  return folded;
}

static gboolean
is_among (const char        *word,
          const char *const *words)
{
  g_autofree char *folded = fold (word);

  return g_strv_contains (words, folded);
}

gboolean
tend_redact_is_title (const char *word)
{
  static const char *const titles[] = {
    "dr", "mr", "mrs", "ms", "miss", "sir", "lady", "revd", "rev", "nurse", "sister", "canon",
    "father", "prof", "professor", NULL
  };

  return is_among (word, titles);
}

gboolean
tend_redact_is_joint (const char *word)
{
  static const char *const joints[] = {
    "the", "a", "an", "at", "my", "our", "his", "her", "their", "of", "from", "in", "on", "by",
    "for", "near", "next", "opposite", "to", "with", "who", "whose", "that", "is", "number", "no",
    "nhs", "gp", "ot", "cpn", "uk", "y", "yr", "fy", "ei", "ein", "eu", "o", "yn", "wrth", "rhif",
    NULL
  };

  return is_among (word, joints);
}

gboolean
tend_redact_is_little (const char *word)
{
  static const char *const little[] = {
    "de", "la", "le", "du", "da", "di", "del", "der", "den", "des", "van", "von", "ter", "ten",
    "al", "el", "bin", "bint", "ibn", "ap", "ab", "ferch", "verch", "and", "or", "ac", NULL
  };

  return is_among (word, little);
}

gboolean
tend_redact_is_role (const char *word)
{
  static const char *const roles[] = {
    "aunt", "auntie", "brother", "carer", "chemist", "chiropodist", "community", "cousin", "dad",
    "daughter", "dentist", "dietitian", "district", "doctor", "door", "family", "friend",
    "granddaughter", "grandson", "grandad", "grandma", "husband", "keyworker", "landlady",
    "landlord", "man", "manager", "mother", "mum", "neighbour", "neighbours", "nephew", "niece",
    "nurses", "occupational", "optician", "partner", "pharmacist", "pharmacy", "physio",
    "physiotherapist", "podiatrist", "practice", "priest", "social", "son", "surgery", "team",
    "therapist", "uncle", "vicar", "warden", "wife", "woman", "worker", "merch", "mab", "chwaer",
    "brawd", "gŵr", "gwraig", "ffrind", "cymydog", "nyrs", "meddyg", "fferyllydd", NULL
  };
  g_autofree char *folded = fold (word);

  return g_str_has_suffix (folded, "-in-law") || g_strv_contains (roles, folded);
}

/* Of given names and surnames those that a carer's notes may well have as a word. */
gboolean
tend_redact_is_common (const char *word)
{
  static const char *const common[] = {
    "am", "amber", "angel", "april", "ar", "arm", "art", "as", "ash", "august", "autumn", "bacon",
    "baker", "ball", "bank", "banks", "barber", "basil", "bath", "be", "bean", "bear", "beard",
    "bell", "berry", "best", "bill", "bird", "black", "blood", "bob", "bond", "bone", "bowl", "box",
    "bridge", "bridges", "brook", "broom", "brown", "bryn", "bull", "burn", "burns", "bush",
    "butler", "candy", "care", "carol", "case", "castle", "chamber", "chambers", "chance", "chapel",
    "charity", "chase", "cherry", "child", "church", "clay", "cliff", "close", "coats", "cook",
    "corner", "cotton", "court", "cream", "crisp", "cross", "daisy", "dale", "dance", "dark",
    "dawn", "day", "dean", "dear", "do", "don", "dot", "drew", "driver", "duke", "early", "east",
    "ef", "eira", "english", "eve", "fair", "faith", "farmer", "fast", "fe", "fern", "field",
    "fields", "finch", "fish", "fisher", "flood", "flower", "flowers", "foot", "ford", "forest",
    "fox", "frank", "free", "french", "frost", "gale", "gardener", "gate", "gates", "gay", "ginger",
    "glass", "glen", "glyn", "go", "gold", "good", "grace", "grant", "grave", "graves", "gray",
    "green", "grey", "grove", "guy", "gwyn", "ha", "haf", "hale", "hall", "hand", "hands", "hardy",
    "hart", "hay", "hazel", "he", "head", "heard", "heart", "heath", "heather", "hi", "high",
    "hill", "hills", "ho", "holiday", "holly", "home", "honey", "hook", "hope", "horn", "house",
    "hunt", "hunter", "if", "iris", "it", "ivy", "jack", "jade", "jean", "jewel", "joy", "june",
    "keen", "key", "keys", "kind", "king", "kit", "kitchen", "kitty", "knight", "lake", "lamb",
    "land", "lane", "last", "law", "leek", "light", "lily", "linen", "little", "llwyd", "lock",
    "lodge", "long", "lord", "love", "low", "mai", "main", "major", "march", "mark", "market",
    "marsh", "max", "may", "me", "mead", "meadows", "medi", "mercy", "merry", "mi", "miles", "milk",
    "mill", "miller", "mills", "mint", "money", "moody", "moon", "more", "moss", "new", "ni",
    "nice", "nick", "noble", "noon", "north", "oak", "oh", "ok", "old", "olive", "os", "pa", "page",
    "pain", "painter", "pansy", "park", "parks", "pat", "patience", "patient", "peace", "pearl",
    "peg", "penny", "pepper", "piper", "plant", "plum", "pond", "pool", "pope", "poppy", "porter",
    "post", "potter", "pound", "power", "price", "primrose", "prior", "proud", "quick", "race",
    "rain", "ray", "read", "reader", "reading", "reed", "rice", "rich", "ring", "river", "rivers",
    "rob", "robin", "rook", "root", "rose", "rosemary", "royal", "ruby", "rush", "rust", "sage",
    "sale", "salt", "sand", "sands", "sandy", "savage", "self", "seren", "sharp", "shepherd",
    "shore", "short", "silver", "sky", "small", "smart", "snow", "so", "south", "spark", "speed",
    "spring", "star", "steel", "still", "stock", "stone", "storm", "strange", "street", "strong",
    "sugar", "summer", "summers", "swan", "sweet", "swift", "table", "temple", "thorn", "ti",
    "tooth", "tower", "town", "tree", "true", "turner", "up", "us", "vale", "victor", "vine",
    "violet", "walker", "wall", "walls", "ward", "warm", "water", "waters", "way", "we", "weeks",
    "well", "wells", "west", "wheeler", "white", "wild", "will", "winter", "winters", "wise",
    "wolf", "wood", "woods", "worth", "wren", "wyn", "yard", "young", NULL
  };

  return is_among (word, common) || tend_redact_is_title (word) || tend_redact_is_joint (word) ||
         tend_redact_is_little (word) || tend_redact_is_role (word);
}

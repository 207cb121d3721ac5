# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written of the sample's visits, out of diary.json: note, mood, food, skin, money.

A block is what may be written from a day on at one pattern, client or outing.  What it calls
"once" happens on one day alone, on the day that is its third word if it has one; "usual" is
what is said again and again, in parts, by mood.  A part may depend on a task: nothing is said
of a walk that was not taken.
"""

import random

PENCE = (385, 640, 735, 912, 1148, 1260, 1435, 1692, 1875)


class Decks:
    """Draws from lists so that nothing comes again before all has been."""

    def __init__(self, chance):
        self.chance, self.left = chance, {}

    def draw(self, words):
        key = id(words)
        if not self.left.get(key):
            self.left[key] = self.chance.sample(words, len(words))
        return self.left[key].pop()


class Diary:
    def __init__(self, seed, blocks):
        self.blocks = blocks
        self.chance = random.Random(f'diary {seed}')
        self.decks = Decks(self.chance)

    def block(self, keys, day):
        """The block of the first key there is one for: the last that has begun."""
        for key in keys:
            begun = [block for block in self.blocks.get(key, ()) if block['from'] <= day]
            if begun:
                block = begun[-1]
                if 'usual_of' in block:
                    return dict(block, usual=self.blocks[key][block['usual_of']]['usual'],
                                key=(key, block['from']))
                return dict(block, key=(key, block['from']))
        return None

    def write(self, visits, keys_of):
        """Fills in every visit that was made; by day, so that a week reads in order."""
        by_block = {}
        for visit in sorted(visits, key=lambda visit: visit['planned_start']):
            if visit['status'] != 'done' or 'actual_start' not in visit:
                continue
            block = self.block(keys_of(visit), visit['planned_start'][:10])
            if block is not None:
                by_block.setdefault(block['key'], (block, []))[1].append(visit)
        for block, written in by_block.values():
            self.fill(block, written)

    def fill(self, block, visits):
        """What is bound to a day goes there first, then the rest by chance."""
        free = {visit['planned_start'][:10]: visit for visit in visits
                if 'note' not in visit and 'first' not in visit}
        once = block.get('once', [])
        for mood, note, day in (entry for entry in once if len(entry) == 3):
            free.pop(day).update(note=note, mood=mood)
        once = [entry for entry in once if len(entry) == 2]
        for day, (mood, note) in zip(self.chance.sample(sorted(free), len(once)), once):
            free[day].update(note=note, mood=mood)
        for visit in visits:
            self.say(block, visit)

    def say(self, block, visit):
        if 'first' in visit:
            parts = block['usual']['quiet'][1:]
            visit.update(note=f"{visit.pop('first')} {self.compose(parts, visit)}", mood='quiet')
        if 'note' not in visit:
            mood = self.pick(block['moods'])
            visit.update(note=self.compose(block['usual'][mood], visit), mood=mood)
        self.eat(block, visit)
        for field, key in (('skin', 'skin'), ('observations', 'seen')):
            if key in block and field not in visit:
                visit[field] = self.chance.choice(block[key])
        if 'money' in block and self.done(visit, block['money']['task']):
            self.shop(block['money'], visit)

    def pick(self, weights):
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def compose(self, parts, visit):
        said = [self.part(part, visit) for part in parts]
        return ' '.join(words for words in said if words)

    def part(self, part, visit):
        if isinstance(part, list):
            return self.decks.draw(part)
        return self.decks.draw(part['say']) if self.done(visit, part['if']) else ''

    def done(self, visit, title):
        return any(task['title'] == title and task['done'] for task in visit.get('tasks', ()))

    def eat(self, block, visit):
        """How much goes with what, so that the two never disagree."""
        meals = block.get('ate')
        if meals is None or 'intake' in visit:
            return
        if 'ate_SU' in block and visit['sunday']:
            meals = block['ate_SU']
        names = list(meals)
        much = visit.get('appetite') or self.chance.choices(names, (6, 2, 1)[:len(names)])[0]
        visit.update(appetite=much, intake=self.decks.draw(meals[much]) + '.')

    def shop(self, money, visit):
        if 'money_given_pence' in visit:
            return
        given = self.chance.choice(money['given'])
        spent = self.chance.choice([pence for pence in PENCE if pence < given])
        visit.update(money_given_pence=given, money_spent_pence=spent,
                     money_returned_pence=given - spent, money_receipt=True,
                     money_note=self.decks.draw(money['for']))

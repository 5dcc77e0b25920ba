using System.Globalization;

namespace Market.Samples.Play;

/// <summary>Makes up the members.</summary>
internal static class Crowd
{
    private static readonly string[] FirstNames =
        "Amélie Bruno Claire Denis Élodie Farid Gaëlle Hélène Inès Jean Karim Lucie Marc Nadia Olivier Paul Quentin Rose Sophie Théo Ursule Viviane William Yasmine Zoé".Split(' ');

    private static readonly string[] LastNames =
        "Aubry Benali Costa Dubois Évrard Faure Garnier Hubert Ivanov Jourdan Klein Lefèvre Martin Nguyen Olivier Petit Quéré Roux Sanchez Traoré Urbain Vidal Weber Zimmer".Split(' ');

    private static readonly string[] StallMethods = ["cash", "cash", "cheque", "cheque", "card-terminal"];

    public static IReadOnlyList<Member> Of(int count, Random chance) =>
        [.. Enumerable.Range(1, count).Select(number => Make(number, chance))];

    private static Member Make(int number, Random chance)
    {
        var name = $"{FirstNames[chance.Next(FirstNames.Length)]} {LastNames[chance.Next(LastNames.Length)]}";
        var habit = chance.Next(100) switch
        {
            < 48 => Habit.AtTheStall,
            < 68 => Habit.Monthly,
            < 82 => Habit.InAdvance,
            < 97 => Habit.NowAndThen,
            _ => Habit.Never,
        };

        // Whatever chance says, two members never pay: a season without them would be no lesson.
        habit = number is 2 or 5 ? Habit.Never : habit;
        var digits = number.ToString("0000", CultureInfo.InvariantCulture);
        return new Member("account-" + digits, "C-" + digits, name, habit, StallMethods[chance.Next(StallMethods.Length)], chance.Next(12, 46) * 100);
    }
}

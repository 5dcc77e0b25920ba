namespace Market.Rehearsal;

/// <summary>Who the members of a made-up market are: each told from the seed and the place alone, so that none is kept.</summary>
/// <param name="terms">The market.</param>
public sealed class Cast(PlanTerms terms)
{
    private static readonly string[] FirstNames =
        "Adèle Baptiste Camille Damien Élodie Fatou Gaspard Hugo Iris Jules Kenza Léon Margaux Noé Océane Pierre Quentin Rosalie Samir Tiphaine Ugo Valentine Wassim Yann Zélie".Split(' ');

    private static readonly string[] LastNames =
        "Aubry Besson Carpentier Delmas Estève Fournier Guérin Hamon Imbert Jacquet Keller Lemoine Mercier Navarro Ollivier Picard Quentin Renaud Schmitt Tessier Urbain Vasseur Weber Yvon Ziegler".Split(' ');

    private static readonly string[] StallMethods = ["cash", "cheque", "card-terminal"];

    // Of twenty members: what a market knows of itself.
    private static readonly Habit[] Twenty =
    [
        Habit.Regular, Habit.Prepaying, Habit.Regular, Habit.Late, Habit.Regular,
        Habit.Forgetful, Habit.Regular, Habit.Prepaying, Habit.Faded, Habit.Regular,
        Habit.Regular, Habit.Late, Habit.Faded, Habit.Regular, Habit.Prepaying,
        Habit.Left, Habit.Forgetful, Habit.Faded, Habit.Late, Habit.Regular,
    ];

    /// <summary>A name that is nobody's, and of one member only among the first six hundred.</summary>
    /// <param name="member">The member's place.</param>
    public static string NameOf(int member) =>
        $"{FirstNames[member % FirstNames.Length]} {LastNames[((member * 7) + (member / FirstNames.Length)) % LastNames.Length]}";

    /// <summary>How the member orders and pays.</summary>
    /// <param name="member">The member's place.</param>
    public Habit HabitOf(int member) => member < terms.Settled ? Habit.Regular : Twenty[(member - terms.Settled) % Twenty.Length];

    internal static string StallMethodOf(int member) => StallMethods[member % StallMethods.Length];

    /// <summary>The place of the last distribution that the member orders at, or past all where they still come.</summary>
    internal int LastOf(int member)
    {
        // Some three, two and one and a half months ago, so that a debt of each age is left.
        var daysAgo = HabitOf(member) switch
        {
            Habit.Faded => (member / 4 % 3) switch { 0 => 105, 1 => 75, _ => 46 },
            Habit.Left => 60,
            _ => 0,
        };
        return daysAgo == 0 ? terms.Distributions : Math.Max(0, terms.Distributions - 1 - (daysAgo / terms.DaysBetween));
    }
}

namespace Market.Payments;

/// <summary>
/// Says what still hangs of the days until the end of a financial year, for the page <i>Clients → Year's turn</i>: what a treasurer settles,
/// or leaves knowingly, before the year is handed over. Register an implementation to be asked.
/// </summary>
public interface IYearMatters
{
    /// <summary>What hangs; nothing where nothing does.</summary>
    /// <param name="from">The first day of the financial year.</param>
    /// <param name="until">Its last day.</param>
    Task<IReadOnlyList<YearMatter>> FindAsync(DateOnly from, DateOnly until);
}

/// <summary>Something that still hangs.</summary>
/// <param name="Sentence">What it is, with how many, in the language of the request.</param>
/// <param name="RouteName">The page where it is settled.</param>
public sealed record YearMatter(string Sentence, string RouteName);

using System.Text;
using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Payments.Journals;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Books;

/// <summary>
/// Keeps what closed years let out, each file once and in a unit of work of its own. A market that closed years before this was kept has
/// them kept the first time, as they would be let out then.
/// </summary>
public sealed class YearKeeper(
    FinancialYears years,
    YearFileStore files,
    JournalBook journals,
    YesSqlClosingStore closings,
    YearTexts texts,
    IClock clock)
{
    private const int LinesInPart = 500;

    /// <summary>Keeps what is due, the oldest first.</summary>
    /// <returns>The records of what is kept from now on.</returns>
    public static async Task<IReadOnlyList<YearFile>> RunAsync(IUnitOfWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var made = new List<YearFile>();
        while (await work.RunAsync(services => services.GetRequiredService<YearKeeper>().KeepNextAsync(), file => file is not null) is { } file)
        {
            made.Add(file);
        }

        return made;
    }

    private async Task<YearFile?> KeepNextAsync()
    {
        var kept = await files.ListAsync();
        var previous = kept is [.., var last] ? last : null;
        var now = DateTimeOffset.FromUnixTimeMilliseconds(new DateTimeOffset(clock.UtcNow, TimeSpan.Zero).ToUnixTimeMilliseconds());
        if ((await years.ListClosedAsync()).FirstOrDefault(year => FinancialYears.Kept(kept, year) is null) is { } due)
        {
            await files.LockAllAccountsAsync();
            return await KeepAsync(YearFile.Journal, due.From, due.To, journals.EntriesAsync(due, now).Select(JournalText.Write), previous, now);
        }

        foreach (var closing in await closings.ListYearsAsync())
        {
            var (from, to) = YearTexts.DaysOf(closing);
            if ((await texts.OfAsync(closing)).FirstOrDefault(text => !kept.Any(file => (file.Name, file.From, file.To) == (text.Name, from, to))) is { } missing)
            {
                await files.LockAllAccountsAsync();
                var before = kept.Where(file => file.Name == missing.Name && file.To < from).MaxBy(file => file.To);

                // One that changed just before that was kept may have been committed just after.
                return await KeepAsync(missing.Name, from, to, missing.Write(before?.KeptAt - ClosingCalendar.Margin), previous, now);
            }
        }

        return null;
    }

    private async Task<YearFile> KeepAsync(string name, DateOnly from, DateOnly to, IAsyncEnumerable<string> lines, YearFile? previous, DateTimeOffset now)
    {
        var number = (previous?.Number ?? 0) + 1;
        using var reading = new YearFileReading(name);
        var (part, text, count) = (0, new StringBuilder(), 0);
        await foreach (var line in lines)
        {
            text.Append(line).Append('\n');
            if (++count == LinesInPart)
            {
                await WriteAsync();
            }
        }

        // A year without a line has one empty part, which takes its number.
        if (count > 0 || part == 0)
        {
            await WriteAsync();
        }

        var unsealed = new YearFile
        {
            Number = number,
            Name = name,
            From = from,
            To = to,
            Records = reading.Records,
            Content = reading.Content,
            KeptAt = now,
            PreviousHash = previous?.Hash ?? string.Empty,
            Hash = string.Empty,
        };
        var file = unsealed with { Hash = YearFileHash.Of(unsealed) };
        await files.AddAsync(file);
        return file;

        async Task WriteAsync()
        {
            var content = text.ToString();
            reading.Add(content);
            await files.AddPartAsync(number, part++, content);
            text.Clear();
            count = 0;
        }
    }
}

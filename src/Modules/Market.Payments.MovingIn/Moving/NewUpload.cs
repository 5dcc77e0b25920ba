using Market.Ledger;
using Market.Payments.MovingIn.Models;
using Market.Payments.MovingIn.Reading;
using Market.Tables.Cells;
using Market.Tables.Files;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Modules;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Keeps a file that was brought, with a guess of how it is to be read.</summary>
public sealed class NewUpload(IUnitOfWork work, IMarketTerms terms, IMarketCalendar calendar, IIdGenerator ids, IClock clock)
{
    public const int MostBytes = 2 << 20;

    private const int MostNameCharacters = 100;

    private const int SampleRows = 200;

    private static readonly MovingField[] _amounts = [MovingField.Balance, MovingField.Debit, MovingField.Credit];

    /// <returns>The id of the run that it may become.</returns>
    public async Task<string> KeepAsync(string fileName, MemoryStream content, string userId)
    {
        ArgumentNullException.ThrowIfNull(content);
        var name = Path.GetFileName(fileName);
        var upload = new MovingUpload
        {
            RunId = ids.GenerateUniqueId(),
            UserId = userId,
            FileName = name.Length <= MostNameCharacters ? name : name[^MostNameCharacters..],
            BroughtAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
            Content = content.ToArray(),
            Choice = new MovingChoice { Day = await calendar.TodayAsync() },
        };
        Guess(upload.Choice, TableFile.Open(content), (await terms.GetAsync()).Currency.Decimals);
        await work.RunAsync(
            async services =>
            {
                await services.GetRequiredService<UploadStore>().SaveAsync(upload);
                return true;
            },
            _ => true);
        return upload.RunId;
    }

    /// <summary>Guesses which columns hold what, and how amounts are written.</summary>
    public static void Guess(MovingChoice choice, Table table, int decimals)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(table);
        (choice.Separator, choice.Charset, choice.HeaderLine) = (table.Form.Separator, table.Form.Charset, table.Form.HeaderLine);
        choice.Columns = ColumnGuess.Of(table.Columns);
        choice.Mark = MarkOf(choice, table, decimals).Mark;
    }

    /// <summary>What stands before the decimals of the amounts, and whether they tell.</summary>
    public static (DecimalMark Mark, bool IsSure) MarkOf(MovingChoice choice, Table table, int decimals)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(table);
        var columns = _amounts.Where(choice.Columns.ContainsKey).Select(field => choice.Columns[field]).ToList();
        return AmountText.MarkOf(table.Rows.Take(SampleRows).SelectMany(row => columns.Select(column => row[column])).Where(text => text.Length > 0), decimals);
    }
}

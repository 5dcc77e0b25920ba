using Market.Payments.Books;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Desk;

/// <summary>Books that do not hold.</summary>
public sealed class BooksAlerts(BooksHealthMemory memory, IServiceProvider services, IClock clock, IStringLocalizer<BooksAlerts> S) : IAlertSource
{
    public string Name => "books";

    public string Label => S["The books do not hold"];

    public string Right => PaymentsRights.ManageBooks;

    public bool TellsStates => true;

    public async Task<IReadOnlyList<Alert>> FindAsync(DateTimeOffset since) => await memory.HoldAsync(services, CancellationToken.None)
        ? []
        : [new Alert(Name, new DateTimeOffset(clock.UtcNow, TimeSpan.Zero), S["The books of client accounts need a look: the page Books says where."], "payments/books")];
}

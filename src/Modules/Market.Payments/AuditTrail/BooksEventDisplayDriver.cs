using OrchardCore;
using OrchardCore.AuditTrail.Drivers;
using OrchardCore.AuditTrail.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Payments.AuditTrail;

public sealed class BooksEventDisplayDriver : AuditTrailEventSectionDisplayDriver<BooksEvent>
{
    public override IDisplayResult Display(AuditTrailEvent auditTrailEvent, BooksEvent booksEvent, BuildDisplayContext context) =>
        Initialize<BooksEvent>("BooksEvent_DetailAdmin", model =>
        {
            model.AccountId = booksEvent.AccountId;
            model.Subject = booksEvent.Subject;
            model.Amount = booksEvent.Amount;
            model.Reason = booksEvent.Reason;
            model.Reverses = booksEvent.Reverses;
        })
        .Location(OrchardCoreConstants.DisplayType.DetailAdmin, "Content:10");
}

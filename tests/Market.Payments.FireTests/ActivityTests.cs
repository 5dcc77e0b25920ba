using System.Globalization;
using System.Text.Json.Nodes;
using Market.Ledger.Vat;
using Market.Payments.Accounts;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Workflows.Loops;
using Market.Payments.Workflows.Tasks;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Settings;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.FireTests;

/// <summary>Each event and task in a workflow of the real site.</summary>
public sealed class ActivityTests(SqliteMarket fixture) : AutomatedTests(fixture), IClassFixture<SqliteMarket>
{
    [Fact]
    public async Task A_debt_is_paid_by_a_workflow_once_however_often_it_is_told()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(
            Automation.Activity(MarketEventNames.BalanceBelowThreshold, ("Threshold", Automation.Expression("-10"))),
            Task(nameof(RecordPaymentTask), ("Amount", "{{ Workflow.Input.After | times: -1 }}"), ("Method", "cash"), ("Memo", "Paid by a workflow")));

        await Market.PostAsync(TestBooks.Order(account, 10, "o-1"));
        await Market.TellAsync();
        Assert.Empty(await Market.WorkflowsAsync(type));

        await Market.PostAsync(TestBooks.Order(account, 2.5m, "o-2"));
        await Market.TellAsync();

        var told = Assert.Single(await Market.WorkflowsAsync(type));
        Assert.Equal(("-10.00", "-12.50", account), (told.Input("Before"), told.Input("After"), told.Input("AccountId")));
        Assert.Equal("Posted", told.Output("MarketPosting"));
        var payment = (await TestBooks.HoldAsync(Market, account, 3, TestBooks.Euros(0)))[^1];
        Assert.Equal((payment.Id, "Paid by a workflow"), (told.Property("OperationId"), payment.Memo));

        // The same event again, as after a crash between what it did and that it was told.
        var again = await TriggerAsync(type, MarketEventNames.BalanceBelowThreshold, Inputs(told));
        Assert.Equal("AlreadyPosted", again.Output["MarketPosting"]);
        await TestBooks.HoldAsync(Market, account, 3, TestBooks.Euros(0));
    }

    [Fact]
    public async Task What_the_ledger_refuses_takes_the_way_of_the_refusal_with_its_sentence()
    {
        var type = await DefineAsync(Automation.Activity(MarketEventNames.PaymentFailed), Task(nameof(RecordPaymentTask), ("Amount", "5"), ("Method", "cash")));

        var context = await TriggerAsync(type, MarketEventNames.PaymentFailed, new() { ["AccountId"] = "nobody" });

        Assert.Equal(WorkflowStatus.Finished, context.Status);
        Assert.Equal("Refused", context.Output["MarketPosting"]);
        Assert.NotEmpty(context.Output["MarketRefusal"].ToString()!);
    }

    [Fact]
    public async Task A_payment_is_announced_cancelled_and_told_as_failed()
    {
        var account = await Market.OpenAccountAsync();
        var announcing = await DefineAsync(
            Automation.Activity(MarketEventNames.BalanceBelowThreshold),
            Task(nameof(AnnouncePaymentTask), ("Amount", "{{ Workflow.Input.After | times: -1 }}"), ("Method", "transfer"), ("Details", "reference: RF18\nnothing:")));
        var cancelling = await DefineAsync(
            Automation.Activity(MarketEventNames.PaymentAnnounced),
            Task(nameof(CancelPendingPaymentTask), ("Reason", "It was a test of {{ Workflow.Input.Amount }}")));
        var failing = await DefineAsync(Automation.Activity(MarketEventNames.PaymentFailed));

        await Market.PostAsync(TestBooks.Order(account, 7, "o-3"));
        await Market.TellAsync();

        Assert.Equal("Done", Assert.Single(await Market.WorkflowsAsync(announcing)).Output("MarketPosting"));
        var cancelled = Assert.Single(await Market.WorkflowsAsync(cancelling));
        Assert.Equal(("7.00", "transfer", "Done"), (cancelled.Input("Amount"), cancelled.Input("Method"), cancelled.Output("MarketPosting")));
        var failed = Assert.Single(await Market.WorkflowsAsync(failing));
        Assert.Equal(("7.00", "It was a test of 7.00", account), (failed.Input("Amount"), failed.Input("Reason"), failed.Input("AccountId")));
        Assert.Equal(cancelled.Input("PendingPaymentId"), failed.Input("PendingPaymentId"));
        Assert.True((await Market.StatementAsync(account)).Balances.Pending.IsZero);
    }

    [Fact]
    public async Task A_payment_is_reversed_once()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(Automation.Activity(MarketEventNames.PaymentReceived), Task(nameof(ReverseOperationTask), ("Reason", "Not ours")));

        await Market.PostAsync(TestBooks.Payment(account, 12));
        await Market.TellAsync();

        var told = Assert.Single(await Market.WorkflowsAsync(type));
        Assert.Equal(("12.00", "cash", "2026-11-01", "Posted"), (told.Input("Amount"), told.Input("Method"), told.Input("OccurredOn"), told.Output("MarketPosting")));
        await TestBooks.HoldAsync(Market, account, 2, TestBooks.Euros(0));
        Assert.Equal("AlreadyPosted", (await TriggerAsync(type, MarketEventNames.PaymentReceived, Inputs(told))).Output["MarketPosting"]);
    }

    [Fact]
    public async Task Workflows_that_undo_each_others_work_come_to_an_end()
    {
        var account = await Market.OpenAccountAsync();
        await DefineAsync(
            Automation.Activity(MarketEventNames.BalanceBelowThreshold),
            Task(nameof(RecordPaymentTask), ("Amount", "{{ Workflow.Input.After | times: -1 }}"), ("Method", "cash")));
        await DefineAsync(Automation.Activity(MarketEventNames.PaymentReceived), Task(nameof(ReverseOperationTask), ("Reason", "Not ours")));

        await Market.PostAsync(TestBooks.Order(account, 5, "o-endless"));
        await Market.TellAsync();

        // The order, then a payment for each even link of the chain from 0 to 16, and a reversal for each odd one.
        Assert.Equal(0, await Market.WaitingAsync());
        await TestBooks.HoldAsync(Market, account, 18, TestBooks.Euros(0));
    }

    [Fact]
    public async Task Workflows_that_start_themselves_anew_through_a_loop_come_to_an_end()
    {
        var account = await Market.OpenAccountAsync();
        var type = await Market.DefineAsync(
            [
                Automation.Activity(MarketEventNames.PaymentReceived),
                Automation.Activity(nameof(ForEachAccountTask), ("Criterion", nameof(AccountCriterionKind.CreditOfAtLeast)), ("Amount", Automation.Expression("700000"))),
                Task(nameof(RecordPaymentTask), ("AccountId", "{{ Workflow.Properties.AccountId }}"), ("Amount", "1"), ("Method", "cash")),
            ],
            (0, "Done", 1),
            (1, "Each", 2),
            (2, "Posted", 1));

        await Market.PostAsync(TestBooks.Payment(account, 700_000));
        await Market.TellAsync();

        // A loop and a payment for each second link of the chain, up to 16.
        Assert.Equal(0, await Market.WaitingAsync());
        await TestBooks.HoldAsync(Market, account, 9, TestBooks.Euros(700_008));
        var stopped = Assert.Single(await Market.WorkflowsAsync(type), workflow => workflow.Status is WorkflowStatus.Faulted);
        Assert.StartsWith("17 events led to this loop", stopped.FaultMessage, StringComparison.Ordinal);
    }

    // A workflow of before 0.3 has no expression for VAT; one that takes a discount off the total says nothing of rates.
    [Fact]
    public async Task An_orders_debit_is_split_by_the_rates_that_the_event_tells_and_so_is_a_discount()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(
            Automation.Activity(MarketEventNames.PaymentFailed),
            Task(nameof(PostOrderDebitTask), ("Total", "{{ Workflow.Input.Total | times: Workflow.Input.Part }}")));
        var input = new Dictionary<string, object>
        {
            ["AccountId"] = account,
            ["OrderId"] = "o-vat",
            ["Total"] = "22.00",
            ["Part"] = "1",
            ["Vat"] = "5.5: 10.00\n20: 12.00",
            ["OccurredOn"] = "2026-11-01",
            ["UserId"] = "u",
            ["IdempotencyKey"] = "vat:1",
        };

        foreach (var (part, rates) in new[] { ("1", "5.5: 10.00\n20: 12.00"), ("0.9", "5.5: 10.00\n20: 12.00"), ("0", string.Empty), ("1", string.Empty) })
        {
            (input["Part"], input["Vat"], input["IdempotencyKey"]) = (part, rates, "vat:" + part + rates);
            Assert.Equal("Posted", (await TriggerAsync(type, MarketEventNames.PaymentFailed, input)).Output["MarketPosting"]);
        }

        var operations = await TestBooks.HoldAsync(Market, account, 4, TestBooks.Euros(-22));
        Assert.Equal(["550:948:52,2000:1000:200", "550:-95:-5,2000:-100:-20", "550:-853:-47,2000:-900:-180", null], operations.Select(operation => VatSplit.Read(operation)?.ToString()));
    }

    [Fact]
    public async Task A_settled_balance_is_told_when_it_is_settled_and_not_before()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(Automation.Activity(MarketEventNames.BalanceSettled));

        await Market.PostAsync(TestBooks.Order(account, 10, "o-4"));
        await Market.PostAsync(TestBooks.Payment(account, 4));
        await Market.PostAsync(TestBooks.Payment(account, 6));
        await Market.PostAsync(TestBooks.Payment(account, 1));
        await Market.TellAsync();

        var told = Assert.Single(await Market.WorkflowsAsync(type));
        Assert.Equal(("-6.00", "0.00"), (told.Input("Before"), told.Input("After")));
    }

    [Fact]
    public async Task A_balance_is_read_into_the_workflow()
    {
        var account = await Market.OpenAccountAsync();
        await Market.PostAsync(TestBooks.Order(account, 20, "o-old") with { OccurredOn = Today.AddDays(-40) });
        await Market.PostAsync(TestBooks.Order(account, 10, "o-new") with { OccurredOn = Today });
        await Market.PostAsync(TestBooks.Payment(account, 5));
        await Market.WorkAsync(work => work.AnnounceAsync(TestBooks.Announcement(account, 8)));
        await Market.TellAsync();
        var type = await DefineAsync(
            Automation.Activity(MarketEventNames.PaymentFailed),
            Task(nameof(GetBalanceTask)),
            Automation.Activity(
                "SetPropertyTask",
                ("PropertyName", "Orders"),
                ("Syntax", "Liquid"),
                ("LiquidValue", Automation.Expression("{% for order in Workflow.Properties.UnpaidOrders %}{{ order.OrderId }} {{ order.Remaining }};{% endfor %}"))));
        await ConnectAsync(type, 1, "ToPay", 2);

        var properties = (await TriggerAsync(type, MarketEventNames.PaymentFailed, new() { ["AccountId"] = account })).Properties;

        Assert.Equal(("-25.00", "8.00", "-17.00"), ((string)properties["Confirmed"], (string)properties["Pending"], (string)properties["Projected"]));
        Assert.Equal(Today.AddDays(-40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), properties["OldestDebtOn"]);
        Assert.Equal(40, properties["OldestDebtDays"]);
        Assert.Equal("o-old 15.00;o-new 10.00;", properties["Orders"]);
    }

    [Theory]
    [InlineData(10, "ToPay")]
    [InlineData(0, "Settled")]
    [InlineData(-10, "Credit")]
    [InlineData(null, "NoAccount")]
    public async Task A_balance_takes_the_way_it_is(int? owed, string outcome)
    {
        var account = owed is null ? "nobody" : await Market.OpenAccountAsync();
        if (owed is not (null or 0))
        {
            await Market.PostAsync(owed > 0 ? TestBooks.Order(account, owed.Value, "o-5") : TestBooks.Payment(account, -owed.Value));
        }

        var type = await DefineAsync(Automation.Activity(MarketEventNames.PaymentFailed), Task(nameof(GetBalanceTask)), Mark());
        await ConnectAsync(type, 1, outcome, 2);

        Assert.Equal("here", (await TriggerAsync(type, MarketEventNames.PaymentFailed, new() { ["AccountId"] = account })).Properties["Mark"]);
    }

    [Fact]
    public async Task A_payment_link_needs_an_account_and_an_address()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(Automation.Activity(MarketEventNames.PaymentFailed), Task(nameof(CreatePaymentLinkTask)), Mark());
        await ConnectAsync(type, 1, "NoAddress", 2);
        Assert.Equal("here", (await TriggerAsync(type, MarketEventNames.PaymentFailed, new() { ["AccountId"] = account })).Properties["Mark"]);

        await BaseUrlAsync("https://market.example/here");
        var linked = await TriggerAsync(type, MarketEventNames.PaymentFailed, new() { ["AccountId"] = account });
        await BaseUrlAsync(null);
        var link = new Uri((string)linked.Properties["PaymentLink"]);
        Assert.StartsWith("https://market.example/here/pay/", link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(new PaymentLink(account, IsUsedUp: false), await Market.InScopeAsync(services => services.GetRequiredService<IPaymentLinks>().ReadAsync(link.Segments[^1])));

        var nobody = await TriggerAsync(type, MarketEventNames.PaymentFailed, new() { ["AccountId"] = "nobody" });
        Assert.False(nobody.Properties.ContainsKey("PaymentLink"));
    }

    [Theory]
    [InlineData(nameof(RecordPaymentTask), "Amount", "{{ 'a lot' }}", "Record Payment: the expression for Amount, '{{ 'a lot' }}', gave 'a lot', which does not fit.")]
    [InlineData(nameof(RecordPaymentTask), "Method", "{{ Workflow.Input.Nothing }}", "Record Payment: the expression for Method, '{{ Workflow.Input.Nothing }}', gave '', which does not fit.")]
    [InlineData(nameof(RecordPaymentTask), "Details", "1234567", "Record Payment: the expression for Details, '1234567', gave '1234567', which does not fit.")]
    [InlineData(nameof(AnnouncePaymentTask), "OccurredOn", "tomorrow", "Announce Payment: the expression for OccurredOn, 'tomorrow', gave 'tomorrow', which does not fit.")]
    [InlineData(nameof(ReverseOperationTask), "Reason", "", "Reverse Operation: the expression for Reason, '', gave '', which does not fit.")]
    [InlineData(nameof(CancelPendingPaymentTask), "PendingPaymentId", "{{ nil }}", "Cancel Pending Payment: the expression for PendingPaymentId, '{{ nil }}', gave '', which does not fit.")]
    [InlineData(nameof(GetBalanceTask), "AccountId", "{{ nil }}", "Get Balance: the expression for AccountId, '{{ nil }}', gave '', which does not fit.")]
    [InlineData(nameof(CreatePaymentLinkTask), "AccountId", "", "Create Payment Link: the expression for AccountId, '', gave '', which does not fit.")]
    [InlineData(nameof(ForEachAccountTask), "Amount", "-5", "For Each Account: the expression for Amount, '-5', gave '-5.00', which does not fit.")]
    [InlineData(nameof(PostOrderDebitTask), "Vat", "5.5: 2\n200: 3", "Post Order Debit: the expression for Vat, '5.5: 2\n200: 3', gave '200: 3', which does not fit.")]
    [InlineData(nameof(PostOrderDebitTask), "OccurredOn", "{{ 'now' }}", "Post Order Debit: the expression for OccurredOn, '{{ 'now' }}', gave 'now', which does not fit.")]
    public async Task A_bad_expression_faults_the_workflow_by_its_name(string task, string field, string expression, string message)
    {
        var fields = new Dictionary<string, string>
        {
            ["AccountId"] = "a",
            ["Amount"] = "5",
            ["Method"] = "cash",
            ["OperationId"] = "o",
            ["PendingPaymentId"] = "p",
            ["Reason"] = "r",
            ["OrderId"] = "o",
            ["Total"] = "5",
            ["OccurredOn"] = "2026-11-01",
            ["UserId"] = "u",
            ["IdempotencyKey"] = "k",
        };
        fields[field] = expression;
        var type = await DefineAsync(Automation.Activity(MarketEventNames.PaymentFailed), Task(task, [.. fields.Select(value => (value.Key, value.Value))]));

        var context = await TriggerAsync(type, MarketEventNames.PaymentFailed, []);

        Assert.Equal((WorkflowStatus.Faulted, message), (context.Status, context.Workflow.FaultMessage));
    }

    // As if it were the value, the parser's complaint would be one key for every event, and the second payment lost.
    [Theory]
    [InlineData(nameof(RecordPaymentTask), "Record Payment", "IdempotencyKey")]
    [InlineData(nameof(AnnouncePaymentTask), "Announce Payment", "IdempotencyKey")]
    [InlineData(nameof(ReverseOperationTask), "Reverse Operation", "Reason")]
    [InlineData(nameof(CancelPendingPaymentTask), "Cancel Pending Payment", "Reason")]
    [InlineData(nameof(GetBalanceTask), "Get Balance", "AccountId")]
    [InlineData(nameof(CreatePaymentLinkTask), "Create Payment Link", "AccountId")]
    [InlineData(nameof(ForEachAccountTask), "For Each Account", "Amount")]
    [InlineData(nameof(PostOrderDebitTask), "Post Order Debit", "DistributionId")]
    [InlineData("SendPaymentReminderTask", "Send Payment Reminder", "AccountId")]
    public async Task An_expression_that_is_no_Liquid_faults_the_workflow_and_is_no_value(string task, string title, string field)
    {
        const string Expression = "{{ Workflow.Input.EventId }";
        var account = await Market.OpenAccountAsync();
        var fields = new Dictionary<string, string>
        {
            ["AccountId"] = account,
            ["Amount"] = "5",
            ["Method"] = "cash",
            ["OperationId"] = "o",
            ["PendingPaymentId"] = "p",
            ["Reason"] = "r",
            ["OrderId"] = "o",
            ["Total"] = "5",
            ["OccurredOn"] = "2026-11-01",
            ["UserId"] = "u",
            ["IdempotencyKey"] = "k",
        };
        fields[field] = Expression;
        var type = await DefineAsync(Automation.Activity(MarketEventNames.PaymentFailed), Task(task, [.. fields.Select(value => (value.Key, value.Value))]));

        var context = await TriggerAsync(type, MarketEventNames.PaymentFailed, []);

        Assert.Equal(WorkflowStatus.Faulted, context.Status);
        Assert.StartsWith($"{title}: the expression for {field}, '{Expression}', is not correct Liquid: ", context.Workflow.FaultMessage, StringComparison.Ordinal);
        await TestBooks.HoldAsync(Market, account, 0, TestBooks.Euros(0));
    }

    [Fact]
    public async Task A_task_in_a_unit_of_work_is_kept_with_it_or_not_at_all()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(Automation.Activity(MarketEventNames.PaymentFailed), Task(nameof(RecordPaymentTask), ("Amount", "5"), ("Method", "cash")));

        foreach (var keep in new[] { false, true })
        {
            var answer = await Market.WorkAsync(work => work.RunAsync(
                async services => (await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync(
                    MarketEventNames.PaymentFailed,
                    new Dictionary<string, object> { ["AccountId"] = account, ["EventId"] = "one" })).Single(context => context.Workflow.WorkflowTypeId == type).Output["MarketPosting"],
                _ => keep));
            Assert.Equal("Posted", answer);
            await TestBooks.HoldAsync(Market, account, keep ? 1 : 0, TestBooks.Euros(keep ? 5 : 0));
        }
    }

    private static DateOnly Today => MarketCalendar.Today;

    // A field that is not given keeps what the task has by itself: the account that the event tells.
    private static ActivityRecord Task(string name, params (string Name, string Expression)[] fields) =>
        Automation.Activity(name, [.. fields.Select(field => (field.Name, (JsonNode)Automation.Expression(field.Expression)))]);

    private static ActivityRecord Mark() =>
        Automation.Activity("SetPropertyTask", ("PropertyName", "Mark"), ("Syntax", "Liquid"), ("LiquidValue", Automation.Expression("here")));

    private static Dictionary<string, object> Inputs(Workflow workflow) =>
        workflow.State["Input"]!.AsObject().ToDictionary(value => value.Key, object (value) => value.Value!.ToString());

    private Task<string> DefineAsync(params ActivityRecord[] activities) => Market.DefineAsync(activities, (0, "Done", Math.Min(1, activities.Length - 1)));

    private Task<bool> ConnectAsync(string type, int from, string outcome, int to) => Market.InScopeAsync(async services =>
    {
        var types = services.GetRequiredService<IWorkflowTypeStore>();
        var workflow = (await types.GetAsync(type))!;
        workflow.Transitions.Add(new Transition
        {
            SourceActivityId = workflow.Activities[from].ActivityId,
            SourceOutcomeName = outcome,
            DestinationActivityId = workflow.Activities[to].ActivityId,
        });
        await types.SaveAsync(workflow);
        return true;
    });

    private Task<WorkflowExecutionContext> TriggerAsync(string type, string name, Dictionary<string, object> input) => Market.InScopeAsync(async services =>
        (await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync(name, input)).Single(context => context.Workflow.WorkflowTypeId == type));

    private Task<bool> BaseUrlAsync(string? address) => Market.InScopeAsync(async services =>
    {
        var site = services.GetRequiredService<ISiteService>();
        var settings = await site.LoadSiteSettingsAsync();
        settings.BaseUrl = address;
        await site.UpdateSiteSettingsAsync(settings);
        return true;
    });
}

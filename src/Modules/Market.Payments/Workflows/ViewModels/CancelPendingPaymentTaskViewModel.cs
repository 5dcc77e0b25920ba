using System.ComponentModel.DataAnnotations;

namespace Market.Payments.Workflows.ViewModels;

public class CancelPendingPaymentTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;

    [Required]
    public string PendingPaymentId { get; set; } = string.Empty;

    [Required]
    public string Reason { get; set; } = string.Empty;
}

"""Addresses of looking after the place."""

from django.urls import path

from rapport.hosting.views import auditing, handing_over, objecting, reporting, starting, suspending

urlpatterns = [
    path("report/", reporting.report_it),
    path("host/reports/", reporting.reports),
    path("host/reports/settled/", reporting.settled),
    path("host/objections/", objecting.objections),
    path("host/suspensions/", suspending.suspensions),
    path("host/suspensions/<str:handle>/", suspending.suspension),
    path("host/hosts/", handing_over.add),
    path("host/hosts/end/", handing_over.end),
    path("host/starting/", starting.edit),
    path("about/what-the-host-did/", auditing.audit),
    path("start/", starting.start),
]
